/** What the feeds could not see, and the one action that mends it. */
export interface CoverageNote {
  code: 'no-permission' | 'devtools-late' | 'paused' | 'dropped';
  values?: readonly string[];
  mend?: 'allowSite' | 'allowAll' | 'reload' | 'record';
}

/** What is known of the feeds of one window's page. Times are milliseconds since the epoch. */
export interface FeedState {
  /** Origin of the page; absent for a blank tab or a page of the browser's own. */
  origin?: string | undefined;
  /** Whether the user allowed the page's origin, so that the background sees its requests. */
  allowed: boolean;
  recording: boolean;
  /** When DevTools began to listen; absent where it is not open. */
  devtoolsSinceMs?: number | undefined;
  /** When the page began to load. */
  pageSinceMs?: number | undefined;
  /** Captures dropped to keep the log within its bounds. */
  dropped: number;
}

const rules: { note: CoverageNote; applies(state: FeedState): boolean }[] = [
  { note: { code: 'paused', mend: 'record' }, applies: ({ recording }) => !recording },
  {
    note: { code: 'no-permission', mend: 'allowSite' },
    applies: ({ origin, allowed, devtoolsSinceMs }) =>
      origin !== undefined && !allowed && devtoolsSinceMs === undefined,
  },
  {
    note: { code: 'devtools-late', mend: 'reload' },
    applies: ({ allowed, devtoolsSinceMs, pageSinceMs }) =>
      !allowed && devtoolsSinceMs !== undefined && pageSinceMs !== undefined && pageSinceMs < devtoolsSinceMs,
  },
];

/** The notes that apply, the most pressing first. */
export function coverageOf(state: FeedState): CoverageNote[] {
  const notes = rules.filter(({ applies }) => applies(state)).map(({ note }) => note);
  return state.dropped > 0 ? [...notes, { code: 'dropped', values: [String(state.dropped)] }] : notes;
}
