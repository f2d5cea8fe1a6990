import { headerParameters } from './claims/headers';
import type { NameRow } from './claims/nameRow';
import { registeredClaims } from './claims/registered';
import { vendorClaims } from './claims/vendors';

/** What is known about a claim or a header parameter. */
export interface NameInfo {
  name: string;
  /** Key of the sentence that says in one line what it means. */
  meaning: string;
  /** Specification and section, or whose tokens have it. */
  source: string;
  /** `time`: a NumericDate, seconds since the epoch (RFC 7519 section 2). */
  kind?: 'time';
}

const claims = tableOf('claim', [...registeredClaims, ...vendorClaims]);
const headers = tableOf('header', headerParameters);

/** What is known about a claim of the payload; undefined for a name that nobody registered. */
export function claimInfo(name: string): NameInfo | undefined {
  return claims.get(name);
}

/** What is known about a header parameter. */
export function headerInfo(name: string): NameInfo | undefined {
  return headers.get(name);
}

/** Every name that has a meaning, of both tables. */
export function knownNames(): readonly NameInfo[] {
  return [...claims.values(), ...headers.values()];
}

function tableOf(family: string, rows: readonly NameRow[]): ReadonlyMap<string, NameInfo> {
  return new Map(
    rows.map(([name, source, kind]) => [
      name,
      { name, meaning: keyOf(family, name), source, ...(kind && { kind }) },
    ]),
  );
}

/** Message keys hold letters, digits and underscores only; `...` (RFC 9901 section 4.2.4.2) holds none of them. */
function keyOf(family: string, name: string): string {
  return `${family}_${name === '...' ? 'more' : name.replace(/\W/g, '_')}`;
}
