import { type CoverageNote, type FeedState, hasDevtools, type Rule, seesItselfAlone, told } from './coverage';

const isChromium = ({ engine }: FeedState) => engine === 'chromium';

/** What the feeds cannot see by their nature, whatever happens. */
const rules: readonly Rule[] = [
  {
    code: 'limit-devtools-only',
    applies: (state) => hasDevtools(state) && !state.allowed && state.origin !== undefined,
    mend: 'allowSite',
  },
  { code: 'limit-other-sites', applies: seesItselfAlone, mend: 'allowAll' },
  { code: 'limit-bodies', applies: (state) => !hasDevtools(state) },
  { code: 'limit-left-page', applies: hasDevtools },
  {
    code: 'limit-open-streams',
    applies: (state) => hasDevtools(state) && !state.allowed,
    mend: 'streams',
    mendable: (state) => isChromium(state) && state.canLook,
  },
  {
    code: 'limit-open-messages',
    applies: (state) => isChromium(state) && hasDevtools(state) && state.allowed,
    mend: 'streams',
    mendable: ({ canLook }) => canLook,
  },
  { code: 'limit-socket-messages', applies: (state) => isChromium(state) && !hasDevtools(state) },
  { code: 'limit-socket-messages-never', applies: (state) => !isChromium(state) },
  { code: 'limit-socket-protocol', applies: (state) => isChromium(state) && !hasDevtools(state) },
  { code: 'limit-event-streams', applies: (state) => isChromium(state) && hasDevtools(state) },
  { code: 'limit-workers', applies: (state) => isChromium(state) && hasDevtools(state) },
  { code: 'limit-blob-bodies', applies: (state) => isChromium(state) && !hasDevtools(state) },
  { code: 'limit-network-filter', applies: (state) => !isChromium(state) && hasDevtools(state) },
  {
    code: 'limit-service-worker',
    applies: (state) => !isChromium(state) && hasDevtools(state) && !state.allowed,
    mend: 'allowSite',
  },
  {
    code: 'limit-service-worker-bodies',
    applies: (state) => !isChromium(state) && hasDevtools(state) && state.allowed,
  },
  { code: 'limit-private-windows', applies: isChromium },
  { code: 'limit-storage', applies: () => true, mend: 'storage', mendable: ({ canLook }) => canLook },
  { code: 'limit-indexed-db', applies: () => true },
];

export const limitCodes: readonly string[] = rules.map(({ code }) => code);

/** What cannot be seen here by the feeds' nature. */
export const limitsOf = (state: FeedState): CoverageNote[] => told(rules, state);
