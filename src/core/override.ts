import { patternOf } from './traffic/hosts';

/** What an override changes in a request: the Authorization header, or one cookie. */
export type OverrideTarget =
  | { place: 'request-header'; name: 'authorization' }
  | { place: 'request-cookie'; name: string };

export const overrideActions = ['replace', 'add', 'drop'] as const;
export type OverrideAction = (typeof overrideActions)[number];

/** A change to the requests that one tab sends to one origin, while it is on. */
export interface Override {
  tabId: number;
  /** Scheme, host and port of the requests' address. */
  origin: string;
  /** Origins of the pages that send them, as far as they are known: browsers ask for access to these too. */
  initiators: readonly string[];
  target: OverrideTarget;
  action: OverrideAction;
  /** The whole value of the header or of the cookie; not looked at where it is dropped. */
  value: string;
}

/** An override that is on. */
export interface ActiveOverride extends Override {
  /** The Cookie header last seen, which the changed one keeps to; absent: none has been seen yet. */
  cookies?: string | undefined;
  /** True where its tab is private and the browser keeps one memory for all windows. */
  incognito?: true;
}

/** Why an override is not switched on, or was switched off. */
export const overrideRefusals = [
  'no-host-access',
  'access-withdrawn',
  'no-such-tab',
  'bad-origin',
  'bad-name',
  'bad-value',
  'browser-refused',
] as const;
export type OverrideRefusal = (typeof overrideRefusals)[number];

export interface RefusedOverride {
  code: OverrideRefusal;
  override: Override;
  /** Milliseconds since the epoch. */
  atMs: number;
}

/** All that windows know of overrides. At most one for each tab is on. */
export interface OverrideState {
  on: readonly ActiveOverride[];
  refused?: RefusedOverride | undefined;
}

export const noOverrides: OverrideState = { on: [] };

/**
 * Which requests an override has changed, by the id of webRequest, and what they had before; read by noteOf. A text
 * that many requests had is kept once.
 */
export interface OverrideNotes {
  texts: readonly string[];
  /** Place in `texts`, or a mark below zero; the newest last. */
  requests: Readonly<Record<string, number>>;
}

export const noNotes: OverrideNotes = { texts: [], requests: {} };

/** The hosts that an override needs: that of the requests, and those of the pages that send them. */
export function hostsOf({ origin, initiators }: Override): string[] {
  return [...new Set([origin, ...initiators].map(patternOf))];
}
