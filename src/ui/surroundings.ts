import type { ReadonlySignal, Signal } from '@preact/signals';
import type { SecretEncoding } from '../core/key/key';
import type { Override, OverrideNotes, OverrideState } from '../core/override';
import type { Settings } from '../core/settings';
import type { CoverageNote } from '../core/traffic/coverage';
import type { Exchange } from '../core/traffic/exchange';
import type { Page } from '../core/traffic/latest';
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
}

/** A secret or key that the user keeps for the browser session, in memory. */
export interface KeptKey {
  name: string;
  text: string;
  /** How a secret is encoded; absent: the likely encoding is taken. */
  encoding?: SecretEncoding | undefined;
}

/** The session log as it reads now. */
export interface LogView {
  /** All exchanges of this window's tab that carried a token, oldest first. */
  exchanges: readonly Exchange[];
  coverage: readonly CoverageNote[];
}

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
  /** The keys of this session, the same in all windows. */
  keyring: Signal<readonly KeptKey[]>;
  settings: Signal<Settings>;
  overrides: ReadonlySignal<OverrideState>;
  /** Which requests were changed by an override. */
  overrideNotes: ReadonlySignal<OverrideNotes>;
  /** The clock, milliseconds since the epoch; ticks once a second while the window is visible. */
  now: ReadonlySignal<number>;
  actions: {
    clear(): void;
    setRecording(on: boolean): void;
    mend(action: NonNullable<CoverageNote['mend']>): void;
    copy(text: string): Promise<boolean>;
    /** Changes a tab's requests; to be called within a click, as the user may have to allow it. */
    override(override: Override): void;
    stopOverride(tabId: number): void;
    /** Opens the full tab with what this window works on; absent in the full tab itself. */
    openFull?: ((view?: string) => void) | undefined;
  };
}
