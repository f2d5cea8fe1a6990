import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { copy } from './browser/clipboard';
import { clock } from './browser/clock';
import { command } from './browser/commands';
import { draftOf, type WindowName } from './browser/draft';
import { followLog } from './browser/followLog';
import { hostsKey } from './browser/hosts';
import { keyringOf } from './browser/keyring';
import { message } from './browser/messages';
import { askForOverride } from './browser/overrideAsk';
import { overrideKey, overrideNotesKey } from './browser/overrideKeys';
import { isPrivate } from './browser/privateTab';
import { pausesKey } from './browser/recording';
import { stored } from './browser/stored';
import { noNotes, noOverrides } from './core/override';
import { defaultSettings } from './core/settings';
import { createPageFilter } from './core/traffic/change';
import { coverageOf, type FeedState } from './core/traffic/coverage';
import { covers } from './core/traffic/hosts';
import type { Page } from './core/traffic/latest';
import { isPaused, type Pause } from './core/traffic/pauses';
import type { Scope, Surroundings } from './ui/surroundings';

/** What only one kind of window knows or can do. */
export interface WindowOnPage {
  name: WindowName;
  page: Promise<ReadonlySignal<(Page & Pick<FeedState, 'devtoolsSinceMs' | 'pageSinceMs'>) | undefined>>;
  mends: { allowSite?(): void; allowAll?(): void; reload(): void };
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
  ...given
}: WindowOnPage): Promise<Surroundings> {
  const draftKept = signal(true);
  const onKept = (kept: boolean) => {
    draftKept.value = kept;
  };
  const [page, log, hosts, pauses, settings, draft, keyring, privateExpectations, overrides, overrideNotes] =
    await Promise.all([
      given.page,
      followLog(),
      stored('session', hostsKey, { origins: [] as string[] }),
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
  const pageFilter = createPageFilter();
  const view = computed(() => {
    const here = page.value;
    const { reader } = log.value;
    const allowed = covers(hosts.value.origins, here?.origin ?? '');
    const ofPage = () => (here ? pageFilter(reader.exchanges(), here) : []);
    return {
      exchanges: scope?.value === 'all' ? reader.exchanges() : ofPage(),
      coverage: coverageOf({ ...here, allowed, recording: recording.value, dropped: reader.dropped() }),
    };
  });
  const openFull = (asked?: string) =>
    void command('openFullTab', { from: name, page: page.value, view: asked }).then(leave);
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
    privateExpectations,
    isPrivate,
    fleeting: name === 'popup',
    overrides,
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
      setRecording,
      // Where a window may not ask for permissions itself (Firefox's DevTools), the full tab does.
      mend: (action) => (action === 'record' ? setRecording(true) : (mends[action] ?? openFull)()),
      copy,
      override: askForOverride,
      stopOverride: (tabId) => void command('stopOverride', { tabId }),
      openFull: name === 'full' ? undefined : openFull,
    },
  };
}
