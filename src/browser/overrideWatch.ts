import browser, { type WebRequest } from 'webextension-polyfill';
import { type ActiveOverride, noNotes, type OverrideNotes } from '../core/override';
import { type Before, noted } from '../core/overrideNotes';
import { cookieIn, typesOf } from '../core/overrideRule';
import { cookieHeaderOf } from './cookieNotes';
import { engine } from './engine';
import { overrideNotesKey } from './overrideKeys';

/** Chromium shows here what a request had before a rule changed it, Firefox what it has then. */
const showsOriginal = engine === 'chromium';

type Details = WebRequest.OnBeforeSendHeadersDetailsType;

/** Chromium alone knows the word. */
const extra = (): 'extraHeaders' | undefined =>
  (browser.webRequest as unknown as { OnBeforeSendHeadersOptions?: { EXTRA_HEADERS?: 'extraHeaders' } })
    .OnBeforeSendHeadersOptions?.EXTRA_HEADERS;

export interface OverrideWatch {
  /** Follows the requests of these overrides and of no others. */
  follow(on: readonly ActiveOverride[]): void;
}

/** Notes which requests overrides change; tells of the other cookies of a tab where its override has to know them. */
export function watchOverridden(onCookies: (tabId: number, cookies: string) => void): OverrideWatch {
  const listeners = new Map<number, { override: ActiveOverride; end(): void }>();
  const note = noteKeeper();

  const follow = (override: ActiveOverride): (() => void) => {
    const onBefore = (details: Details): undefined => {
      if (!details.url.startsWith(`${override.origin}/`) || details.method === 'OPTIONS') return;
      if (override.target.place === 'request-cookie' && override.action !== 'add') {
        const seen = cookieHeaderOf(details);
        const isOriginal = showsOriginal || override.cookies === undefined;
        if (isOriginal && seen !== override.cookies) onCookies(override.tabId, seen);
        if (override.cookies === undefined) return;
      }
      const before = beforeOf(override, details);
      const untouched = override.action === 'drop' ? before === null : before === override.value;
      if (!untouched) note(details.requestId, before);
    };
    const types = typesOf(override) as WebRequest.ResourceType[];
    const filter = { urls: ['<all_urls>'], tabId: override.tabId, types };
    const { onBeforeSendHeaders } = browser.webRequest;
    const word = extra();
    onBeforeSendHeaders.addListener(onBefore, filter, [
      'requestHeaders',
      ...(word ? ([word] as never[]) : []),
    ]);
    return () => onBeforeSendHeaders.removeListener(onBefore);
  };

  return {
    follow(on) {
      for (const [tabId, { override, end }] of listeners) {
        if (on.includes(override)) continue;
        end();
        listeners.delete(tabId);
      }
      for (const override of on)
        if (!listeners.has(override.tabId))
          listeners.set(override.tabId, { override, end: follow(override) });
    },
  };
}

/** What the request had where the override changes it; undefined where the browser does not show it. */
function beforeOf({ target }: ActiveOverride, details: Details): Before {
  if (!showsOriginal) return undefined;
  if (target.place === 'request-cookie') return cookieIn(cookieHeaderOf(details), target.name) ?? null;
  const found = details.requestHeaders?.find(({ name }) => name.toLowerCase() === target.name);
  return found?.value ?? null;
}

let notes: Promise<OverrideNotes> | undefined;

const known = () => {
  notes ??= browser.storage.session
    .get(overrideNotesKey)
    .then((stored) => (stored[overrideNotesKey] as { value: OverrideNotes } | undefined)?.value ?? noNotes);
  return notes;
};

/** Forgets which requests were changed, and what they had before. */
export async function forgetNotes(): Promise<void> {
  notes = Promise.resolve(noNotes);
  await browser.storage.session.set({ [overrideNotesKey]: { by: '', value: noNotes } });
}

/** Writes the notes, one write at a time; what comes meanwhile goes with the next. */
function noteKeeper(): (id: string, before: Before) => void {
  let waiting = 0;
  let writing = Promise.resolve();
  return (id, before) => {
    notes = known().then((all) => noted(all, id, before));
    waiting += 1;
    writing = writing.then(async () => {
      waiting -= 1;
      if (waiting > 0) return;
      const value = await known();
      await browser.storage.session.set({ [overrideNotesKey]: { by: '', value } }).catch(() => {});
    });
  };
}
