import type { Capture, Exchange } from '../../core/traffic/exchange';
import type { SignatureVerdict } from '../../core/verify/verify';
import type { KnownLifetime } from '../model/lifetimes';
import type { TokenRow } from '../model/tokens';

/** One request that carried a token, and where. */
export interface Seen {
  exchange: Exchange;
  capture: Capture;
}

/** All that a query can ask of one row. What is dear to know is worked out when it is asked for. */
export interface Subject {
  row: TokenRow;
  seen(): readonly Seen[];
  /** The values at a path of the payload or header, as written; each item of an array for itself. */
  members(part: 'payload' | 'header', path: string): readonly string[];
  /** The names of the part's members. */
  names(part: 'payload' | 'header'): readonly string[];
  lifetime(): KnownLifetime['state'];
  verdict(): SignatureVerdict['state'] | undefined;
  /** How many findings above info it has; undefined until it was looked at. */
  findings(): number | undefined;
}
