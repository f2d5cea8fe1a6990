import { type Signal, signal } from '@preact/signals';
import messages from '../../src/_locales/en/messages.json';
import type { Seen } from '../../src/core/key/seen';
import { noNotes, noOverrides, type OverrideNotes, type OverrideState } from '../../src/core/override';
import type { Settings } from '../../src/core/settings';
import type { Exchange } from '../../src/core/traffic/exchange';
import { createSay } from '../../src/ui/say';
import type { Draft, KeptKey, KeyVault, LogView, News, Surroundings } from '../../src/ui/surroundings';

/** The moment at which the preview stands still: 22 November 2026, 05:49:38 UTC, in milliseconds. */
export const PREVIEW_NOW_MS = Date.UTC(2026, 10, 22, 5, 49, 38);

export const say = createSay(messages);

/** Surroundings whose every signal can be written to, and which remember what was asked of them. */
export interface FakeSurroundings extends Surroundings {
  page: Signal<{ tabId: number; origin?: string } | undefined>;
  log: Signal<LogView>;
  recording: Signal<boolean>;
  draft: Signal<Draft>;
  draftKept: Signal<boolean>;
  keyring: Signal<readonly KeptKey[]>;
  settings: Signal<Settings>;
  overrides: Signal<OverrideState>;
  overrideNotes: Signal<OverrideNotes>;
  now: Signal<number>;
  /** What was asked for, in order: "clear", "mend allowSite", "copy eyJ...". */
  asked: string[];
}

interface Given {
  exchanges?: readonly Exchange[];
  coverage?: LogView['coverage'];
  feeds?: LogView['feeds'];
  paste?: string;
  key?: string;
  keyring?: readonly KeptKey[];
  expectations?: Settings['expectations'];
  mutedFindings?: Settings['mutedFindings'];
  screenShare?: boolean;
  /** Somebody opens a window for the first time. */
  isNew?: boolean;
  /** The version that an update brought. */
  news?: string;
  selected?: string;
  recording?: boolean;
  noPage?: boolean;
  /** What the main pane shows; absent: the token. */
  view?: string;
  workbench?: Draft['workbench'];
  /** The state of the remembered keyring; absent: a window that has none. */
  vault?: 'none' | 'locked' | 'open';
  seen?: readonly Seen[];
  isPrivate?: boolean;
  fleeting?: boolean;
  /** A file that the preview page drops on the window; the popup takes none. */
  file?: { name: string; text: string };
  /** Headings of folded parts that the preview page opens. */
  unfolded?: readonly string[];
  /** A selector of what the panel is scrolled to. */
  lookedAt?: string;
  /** The button that the preview page presses, by its name: what it opens is shown. */
  pressed?: string;
  overrides?: OverrideState;
  overrideNotes?: OverrideNotes;
}

export function fakeSurroundings(given: Given = {}): FakeSurroundings {
  const {
    exchanges = [],
    coverage = [],
    feeds,
    paste = '',
    key = '',
    selected,
    recording = true,
    noPage,
    vault,
    seen = [],
    isPrivate = false,
    fleeting,
    keyring = [],
    expectations,
  } = given;
  const asked: string[] = [];
  const news = signal<News>(given.news === undefined ? {} : { version: given.news });
  const isOn = signal(recording);
  const log = signal<LogView>({ exchanges, coverage, ...(feeds && { feeds }) });
  return {
    say,
    page: signal(noPage ? undefined : { tabId: 1, origin: 'http://127.0.0.1:5000' }),
    log,
    recording: isOn,
    draftKept: signal(true),
    draft: signal<Draft>({
      paste,
      key,
      ...(selected !== undefined && { selected }),
      ...(given.workbench && { workbench: given.workbench }),
    }),
    view: given.view,
    keyring: signal(keyring),
    keyStores: async () => ({ vault: vault && fakeVault(vault), seen: signal(seen) }),
    privateExpectations: signal({}),
    isPrivate: async () => isPrivate,
    fleeting,
    settings: signal<Settings>({
      nearExpirySeconds: 300,
      ...(expectations && { expectations }),
      ...(given.mutedFindings && { mutedFindings: given.mutedFindings }),
      ...(given.screenShare && { screenShare: true }),
      ...(!given.isNew && { welcomed: true }),
    }),
    news: async () => news,
    overrides: signal(given.overrides ?? noOverrides),
    overrideNotes: signal(given.overrideNotes ?? noNotes),
    now: signal(PREVIEW_NOW_MS),
    asked,
    actions: {
      clear: () => {
        asked.push('clear');
        log.value = { exchanges: [], coverage };
      },
      restore: (restored) => {
        log.value = { ...log.peek(), exchanges: restored };
      },
      setRecording: (on) => {
        isOn.value = on;
      },
      override: (override) => void asked.push(`override ${JSON.stringify(override)}`),
      stopOverride: (tabId) => void asked.push(`stopOverride ${tabId}`),
      mend: (action) => void asked.push(`mend ${action}`),
      look: async () => 2,
      copy: async (text) => {
        asked.push(`copy ${text}`);
        return true;
      },
    },
  };
}

/** A remembered keyring that one passphrase opens. */
function fakeVault(first: 'none' | 'locked' | 'open'): KeyVault {
  const state = signal(first);
  return {
    state,
    remember: async () => {
      state.value = 'open';
    },
    unlock: async (passphrase) => {
      if (passphrase !== 'open sesame') return 'passphrase';
      state.value = 'open';
      return undefined;
    },
    forget: async () => {
      state.value = 'none';
    },
  };
}

let made = 0;

/** A request that carried a token in its Authorization header. */
export function exchangeWith(token: string, rest: Partial<Exchange> & { before?: string } = {}): Exchange {
  const { before = '', ...exchange } = rest;
  made += 1;
  return {
    id: `exchange ${made}`,
    tabId: 1,
    method: 'GET',
    url: 'http://127.0.0.1:5000/protected',
    startedMs: PREVIEW_NOW_MS - 60_000,
    status: 200,
    feeds: ['webRequest'],
    answerCertain: true,
    captures: [{ carrier: { place: 'request-header', name: 'authorization' }, before, token, after: '' }],
    ...exchange,
  };
}
