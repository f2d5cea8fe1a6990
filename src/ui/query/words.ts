/** What a condition can look at. The words are the same in every language, as those of the RFCs and of HTTP are. */
export const fieldNames: readonly string[] = [
  'alg',
  'typ',
  'kid',
  'who',
  'iss',
  'claim',
  'header',
  'origin',
  'url',
  'method',
  'status',
  'carrier',
  'scheme',
  'feed',
  'is',
];

/** States that a token or its requests can be in. Each may be written alone. */
export const states = [
  'current',
  'expiring',
  'expired',
  'early',
  'endless',
  'verified',
  'wrong',
  'unchecked',
  'unsecured',
  'encrypted',
  'opaque',
  'refused',
  'flagged',
  'sent',
  'received',
] as const;

export type State = (typeof states)[number];
