import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { askForNotifications } from './browser/askForNotifications';
import { copy } from './browser/clipboard';
import { clock } from './browser/clock';
import { command } from './browser/command';
import { draftOf, type WindowName } from './browser/draft';
import { installUpdate } from './browser/installUpdate';
import { keyringOf } from './browser/keyring';
import { message } from './browser/messages';
import { askForOverride } from './browser/overrideAsk';
import { overrideKey, overrideNotesKey } from './browser/overrideKeys';
import { showsPrivate } from './browser/privacy';
import { isPrivate } from './browser/privateTab';
import { pausesKey } from './browser/sessionKeys';
import { stored } from './browser/stored';
import { noNotes, noOverrides } from './core/override';
import { defaultSettings } from './core/settings';
import type { Mend } from './core/traffic/coverage';
import { isPaused, type Pause } from './core/traffic/pauses';
import { logViews, type PageInView } from './logView';
import type { Scope, Surroundings } from './ui/surroundings';

/** What only one kind of window knows or can do. */
export interface WindowOnPage {
  name: WindowName;
  page: Promise<ReadonlySignal<PageInView | undefined>>;
  mends: { allowSite?(origins: readonly string[]): void; allowAll?(): void; reload(): void };
  /** Has DevTools look at what they show only when asked. */
  look?: Surroundings['actions']['look'];
  /** Shows a request in the browser's own Network panel. */
  reveal?: Surroundings['actions']['reveal'];
  scope?: Signal<Scope>;
  view?: string | undefined;
  /** Closes the window once the full tab took over. */
  leave?(): void;
}

/** Wires a window of ours to the log, the settings and its page. */
export async function surroundingsOf({
  name,
  mends,
  scope,
  view: opened,
  leave,
  look,
  reveal,
  ...given
}: WindowOnPage): Promise<Surroundings> {
  const draftKept = signal(true);
  const onKept = (kept: boolean) => {
    draftKept.value = kept;
  };
  const [page, viewOf, pauses, settings, draft, keyring, privateExpectations, overrides, overrideNotes] =
    await Promise.all([
      given.page,
      logViews(),
      stored('session', pausesKey, { list: [] as Pause[] }),
      stored('local', 'settings', defaultSettings),
      draftOf<NonNullable<Surroundings['draft']['value']['encoding']>>(name, onKept),
      keyringOf<Surroundings['keyring']['value'][number]>(),
      stored<Surroundings['privateExpectations']['value']>('session', 'privateExpectations', {}),
      stored('session', overrideKey, noOverrides),
      stored('session', overrideNotesKey, noNotes),
    ]);
  const recording = computed(() => !isPaused(pauses.value.list, page.value?.tabId));
  const setRecording = (on: boolean) => {
    const tabId = page.value?.tabId;
    if (tabId !== undefined) void command('setRecording', { tabId, on, fromMs: Date.now() });
  };
  const view = viewOf({ page, recording, scope, canLook: look !== undefined });
  const openFull = (asked?: string) =>
    void command('openFullTab', { from: name, page: page.value, view: asked }).then(leave);
  const own: Partial<Record<Mend, (() => void) | undefined>> = {
    allowSite: mends.allowSite && (() => mends.allowSite?.(view.peek().notAllowed)),
    allowAll: mends.allowAll,
    reload: mends.reload,
    record: () => setRecording(true),
    update: installUpdate,
  };
  return {
    say: message,
    page,
    log: view,
    scope,
    view: opened,
    recording,
    settings,
    draft,
    draftKept,
    keyring,
    keyStores: async () => (await import('./browser/keyStores')).keyStoresOf(keyring, page.peek()?.tabId),
    news: async () => (await import('./browser/news')).followNews(),
    privateExpectations,
    isPrivate,
    fleeting: name === 'popup',
    overrides: computed(() => ({
      ...overrides.value,
      on: overrides.value.on.filter(({ incognito = false }) => incognito === showsPrivate()),
    })),
    overrideNotes,
    now: clock(),
    actions: {
      clear: () => {
        const { tabId, origin } = page.value ?? {};
        const all = scope?.value === 'all';
        if (all) void command('forget', { untilMs: Date.now() });
        else if (tabId !== undefined)
          void command('forget', { page: { tabId, origin }, untilMs: Date.now() });
      },
      async restore(exchanges) {
        const { restoringFacts } = await import('./core/traffic/restoring');
        void command('restore', { facts: restoringFacts(exchanges, crypto.randomUUID()) });
      },
      setRecording,
      // Where a window may not ask for permissions itself (Firefox's DevTools), the full tab does.
      mend: (action) => (own[action] ?? openFull)(),
      look,
      reveal,
      copy,
      askForNotifications,
      override: askForOverride,
      stopOverride: (tabId) => void command('stopOverride', { tabId }),
      openFull: name === 'full' ? undefined : openFull,
    },
  };
}
