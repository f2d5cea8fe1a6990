import type { ReadonlySignal, Signal } from '@preact/signals';
import type { SecretEncoding } from '../core/key/key';
import type { Seen } from '../core/key/seen';
import type { VaultFault } from '../core/key/vault';
import type { Override, OverrideNotes, OverrideState } from '../core/override';
import type { Settings } from '../core/settings';
import type { CoverageNote, FeedState, Mend } from '../core/traffic/coverage';
import type { Exchange } from '../core/traffic/exchange';
import type { Page } from '../core/traffic/page';
import type { KeptExpectations } from '../core/verify/expectationsFor';
import type { Say } from './say';

/** What the user is working on. Kept in session memory, so that it survives the popup's closing. */
export interface Draft {
  /** Text of the paste box. */
  paste: string;
  /** Text of the box for a secret or key. */
  key: string;
  /** How a secret is encoded; absent: the likely encoding is taken. */
  encoding?: SecretEncoding | undefined;
  /** The token chosen in the list; absent: the pasted one, else the newest. */
  selected?: string | undefined;
  /** What the workbench edits; absent until it was opened. */
  workbench?: WorkbenchDraft | undefined;
}

/** A token in the making: texts that are signed byte for byte. */
export interface WorkbenchDraft {
  header: string;
  payload: string;
  /** The token that it began as. */
  original?: string | undefined;
}

/** A secret or key that the user keeps for the browser session, in memory. */
export interface KeptKey {
  name: string;
  text: string;
  /** How a secret is encoded; absent: the likely encoding is taken. */
  encoding?: SecretEncoding | undefined;
  /** The origin whose tokens alone are checked against it; absent: all are. */
  origin?: string | undefined;
  /** The address in whose answer it was seen; absent: the user gave it. */
  seenAt?: string | undefined;
  /** True for one that was kept in a private window: it stays in memory when the others are remembered. */
  hidden?: boolean | undefined;
}

/** The keyring on disk, encrypted with a passphrase. */
export interface KeyVault {
  state: ReadonlySignal<'none' | 'locked' | 'open'>;
  /** Encrypts the keyring with this passphrase from now on. */
  remember(passphrase: string): Promise<void>;
  /** Puts the remembered keys on the keyring again, or tells why not. */
  unlock(passphrase: string): Promise<VaultFault | undefined>;
  forget(): Promise<void>;
}

/** Where keys come from besides the key box. */
export interface KeyStores {
  /** Absent in a private window, of which nothing may reach the disk. */
  vault?: KeyVault | undefined;
  /** What the traffic told of keys, the newest first. */
  seen: ReadonlySignal<readonly Seen[]>;
}

/** What an update brought that the user has not put away yet. */
export interface News {
  /** The version that is new. */
  version?: string;
}

/** The session log as it reads now. */
export interface LogView {
  /** All exchanges of this window's tab that carried a token, oldest first. */
  exchanges: readonly Exchange[];
  coverage: readonly CoverageNote[];
  /** What is known of the feeds of the page. */
  feeds?: FeedState;
}

/** What DevTools show only when asked. */
export type Look = Extract<Mend, 'storage' | 'streams' | 'bodies'>;

/** Which requests a window shows: those of its page, or those of all tabs. */
export type Scope = 'page' | 'all';

/** Everything a window of ours gets from outside: data in, events out. ui/ knows nothing of a browser. */
export interface Surroundings {
  say: Say;
  /** The page this window looks at; absent where there is none (a blank tab, a browser page). */
  page: ReadonlySignal<Page | undefined>;
  log: ReadonlySignal<LogView>;
  /** Absent where a window shows its page and nothing else. */
  scope?: Signal<Scope> | undefined;
  /** The detail view the window was opened with. */
  view?: string | undefined;
  recording: ReadonlySignal<boolean>;
  /** Writing to either stores it. */
  draft: Signal<Draft>;
  /** False while session memory has no room for the draft, which then lives in this window alone. */
  draftKept: ReadonlySignal<boolean>;
  /** The keys of this session, the same in all windows. */
  keyring: Signal<readonly KeptKey[]>;
  keyStores(): Promise<KeyStores>;
  settings: Signal<Settings>;
  /** Setting it empty puts it away, in all windows. */
  news(): Promise<Signal<News>>;
  /** What is expected of tokens of private windows, in session memory. */
  privateExpectations: Signal<KeptExpectations>;
  /** Whether a tab, or this window, is private. */
  isPrivate(tabId?: number): Promise<boolean>;
  /** True for a window that closes as soon as another opens, such as one to choose a file. */
  fleeting?: boolean | undefined;
  overrides: ReadonlySignal<OverrideState>;
  /** Which requests were changed by an override. */
  overrideNotes: ReadonlySignal<OverrideNotes>;
  /** The clock, milliseconds since the epoch; ticks once a second while the window is visible. */
  now: ReadonlySignal<number>;
  actions: {
    clear(): void;
    /** Puts back exchanges that were cleared. */
    restore(exchanges: readonly Exchange[]): void;
    setRecording(on: boolean): void;
    mend(action: NonNullable<CoverageNote['mend']>): void;
    /** Looks at what DevTools show only when asked; resolves to how many tokens it found. Absent: cannot look. */
    look?: ((what: Look) => Promise<number | undefined>) | undefined;
    copy(text: string): Promise<boolean>;
    /** Changes a tab's requests; to be called within a click, as the user may have to allow it. */
    override(override: Override): void;
    stopOverride(tabId: number): void;
    /** Shows a request in the browser's own Network panel, where there is a way to. */
    reveal?: ((method: string, url: string) => void) | undefined;
    /** Asks the user whether we may notify; to be called within a click. Absent where the window cannot ask. */
    askForNotifications?: (() => Promise<boolean>) | undefined;
    /** Opens the full tab with what this window works on; absent in the full tab itself. */
    openFull?: ((view?: string) => void) | undefined;
  };
}
