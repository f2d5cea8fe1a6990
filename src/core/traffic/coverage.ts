/** What could not be seen, and the one action that mends it. */
export interface CoverageNote {
  /** Has a sentence under `coverage_`. */
  code: string;
  /** Numbers and names for its sentence; times are milliseconds since the epoch. */
  values?: readonly string[];
  mend?: Mend;
}

export type Mend =
  | 'allowSite'
  | 'allowAll'
  | 'reload'
  | 'record'
  | 'update'
  /** Looks at what DevTools show only when asked. */
  | 'storage'
  | 'streams'
  | 'bodies';

/** What is known of the feeds of one window's page. Times are milliseconds since the epoch. */
export interface FeedState {
  engine: 'chromium' | 'firefox';
  /** Origin of the page; absent for a blank tab or a page of the browser's own. */
  origin?: string | undefined;
  /** Whether the user allowed the page's origin, so that the background sees its requests. */
  allowed: boolean;
  /** Whether the user allowed all sites. */
  allAllowed: boolean;
  /** Whether a token of the page was captured. */
  captured: boolean;
  /** Whether the browser keeps the page's requests from every extension. */
  hidden: boolean;
  /** Origins that the page was seen to call and that the user has not allowed. */
  calledUnseen: readonly string[];
  recording: boolean;
  /** When DevTools began to listen; absent where it is not open. */
  devtoolsSinceMs?: number | undefined;
  /** When the page began to load. */
  pageSinceMs?: number | undefined;
  /** Bodies of answers that were too long to be read. */
  longBodies?: number | undefined;
  /** When the background was last restarted although it had work to do. */
  restartedMs?: number | undefined;
  /** The version that waits to be installed. */
  update?: string | undefined;
  /** Captures dropped to keep the log within its bounds. */
  dropped: number;
  /** Since when the page's origin is known to be allowed. */
  allowedSinceMs?: number | undefined;
  /** Whether the window can have DevTools look at what they show only when asked. */
  canLook: boolean;
}

export interface Rule {
  code: string;
  applies(state: FeedState): boolean;
  values?(state: FeedState): readonly string[];
  mend?: Mend;
  /** Whether the mend is at hand; absent: it always is. */
  mendable?(state: FeedState): boolean;
}

export const hasDevtools = ({ devtoolsSinceMs }: FeedState) => devtoolsSinceMs !== undefined;
const isLate = ({ devtoolsSinceMs, pageSinceMs }: FeedState) =>
  devtoolsSinceMs !== undefined && pageSinceMs !== undefined && pageSinceMs < devtoolsSinceMs;

/** Whether of what a page sends only that is seen which goes to sites that were allowed one by one. */
export const seesItselfAlone = (state: FeedState) =>
  state.allowed && !state.allAllowed && !hasDevtools(state);

/** What went wrong or is missing here and now, the most pressing first. */
const noteRules: readonly Rule[] = [
  {
    code: 'update',
    applies: ({ update }) => update !== undefined,
    values: ({ update }) => [update ?? ''],
    mend: 'update',
  },
  { code: 'paused', applies: ({ recording }) => !recording, mend: 'record' },
  { code: 'hidden-site', applies: ({ hidden }) => hidden },
  {
    code: 'no-permission',
    applies: (state) => state.origin !== undefined && !state.allowed && !state.hidden && !hasDevtools(state),
    mend: 'allowSite',
  },
  {
    code: 'called-unseen',
    applies: (state) => state.allowed && state.calledUnseen.length > 0 && !hasDevtools(state),
    values: ({ calledUnseen }) => [calledUnseen.join(', ')],
    mend: 'allowSite',
  },
  // Nobody knows whom a page calls that has shown nothing yet.
  {
    code: 'others-unseen',
    applies: (state) => seesItselfAlone(state) && !state.captured && state.calledUnseen.length === 0,
    mend: 'allowAll',
  },
  { code: 'devtools-late', applies: (state) => !state.allowed && isLate(state), mend: 'reload' },
  {
    code: 'bodies-late',
    applies: (state) => state.allowed && isLate(state),
    mend: 'reload',
  },
  {
    code: 'restarted',
    applies: ({ restartedMs }) => restartedMs !== undefined,
    values: ({ restartedMs }) => [String(restartedMs)],
  },
  {
    code: 'long-bodies',
    applies: ({ longBodies = 0 }) => longBodies > 0,
    values: ({ longBodies }) => [String(longBodies)],
    mend: 'bodies',
    mendable: ({ canLook }) => canLook,
  },
  { code: 'dropped', applies: ({ dropped }) => dropped > 0, values: ({ dropped }) => [String(dropped)] },
];

export const coverageCodes: readonly string[] = noteRules.map(({ code }) => code);

/** The notes of the rules that apply. */
export function told(rules: readonly Rule[], state: FeedState): CoverageNote[] {
  return rules
    .filter(({ applies }) => applies(state))
    .map(({ code, values, mend, mendable = () => true }) => ({
      code,
      ...(values && { values: values(state) }),
      ...(mend && mendable(state) && { mend }),
    }));
}

/** What could not be seen, the most pressing first. */
export const coverageOf = (state: FeedState): CoverageNote[] => told(noteRules, state);
