import type { Mute } from './findings/muting';
import type { KeptExpectations } from './verify/expectationsFor';

/** What the user has set. Kept on disk; holds nothing of any token. */
export interface Settings {
  /** A token counts as expiring in its last so many seconds, and never before the last quarter of its lifetime. */
  nearExpirySeconds: number;
  /** True: the toolbar button of each tab also tells of tokens in other tabs. */
  flagOtherTabs?: boolean;
  /** True: the browser notifies the user when a token in use is about to expire or has. */
  notify?: boolean;
  /** True: what a tab sent is forgotten when it leaves the page for another. */
  forgetOnNavigation?: boolean;
  /** True: what a tab sent is forgotten when it is closed. */
  forgetWithTab?: boolean;
  /** What is expected of tokens, as the user wrote it. */
  expectations?: KeptExpectations;
  /** How moments are shown; absent: where the user is and in UTC. */
  clock?: 'local' | 'utc' | undefined;
  /** Absent: the theme of DevTools, or of the system. */
  theme?: 'light' | 'dark' | undefined;
  /** Absent: as dense as the browser's own panels. */
  density?: 'comfortable' | undefined;
  /** How the list of tokens is laid out. */
  list?: ListSettings;
  /** Findings that the user does not want to hear of. */
  mutedFindings?: readonly Mute[];
  /** True: the secrets that everybody knows are not tried. */
  leaveSecretsUntried?: boolean;
  /** True once the introduction was put away. */
  welcomed?: boolean;
  /** How much of the width the list takes, in percent; 0: it is folded away. Absent: as a new user sees it. */
  split?: number;
  /** True while others watch: tokens and values of claims are masked everywhere. */
  screenShare?: boolean;
}

export interface ListSettings {
  /** Names of the columns that are shown; absent: those that a new user sees. */
  columns?: readonly string[];
  /** CSS pixels, by column name. */
  widths?: Readonly<Record<string, number>>;
  sort?: { column: string; down: boolean } | undefined;
  group?: string;
  /** Whether the newest token is shown as soon as it comes, whatever was chosen before. */
  follow?: boolean;
}

export const defaultSettings: Settings = { nearExpirySeconds: 300 };
