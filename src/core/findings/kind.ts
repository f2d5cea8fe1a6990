import type { JsonNode } from '../token/json';
import { type ProfileId, profileOf } from '../token/profiles';
import type { Token } from '../token/token';
import { has, textOf } from './members';
import type { Sighting } from './sighting';

/** What a token is for. Kinds must not be taken for each other (RFC 8725 section 3.12). */
export type Kind =
  | 'access'
  | 'id'
  | 'refresh'
  | 'dpop'
  | 'logout'
  | 'event'
  | 'key-binding'
  | 'credential'
  | 'request'
  | 'assertion'
  | 'other';

export interface KnownKind {
  kind: Kind;
  /** True where the token itself says so, or its claims allow no other reading. */
  certain: boolean;
}

const ofProfile: Partial<Record<ProfileId, Kind>> = {
  'access-token': 'access',
  'dpop-proof': 'dpop',
  'id-token': 'id',
  'logout-token': 'logout',
  'security-event': 'event',
  'key-binding': 'key-binding',
  'verifiable-credential': 'credential',
  'sd-jwt': 'credential',
  'request-object': 'request',
};

/** What issuers write into their tokens: Keycloak's typ, Cognito's token_use, SimpleJWT's token_type, Flask-JWT's type. */
const words: Readonly<Record<string, Kind>> = {
  bearer: 'access',
  access: 'access',
  id: 'id',
  refresh: 'refresh',
  offline: 'refresh',
  logout: 'logout',
};
const wordClaims = ['typ', 'token_use', 'token_type', 'type'];

/** What OpenID Connect alone puts into a token. */
const ofIdTokens = ['nonce', 'at_hash', 'c_hash', 'auth_time', 'acr', 'amr', 's_hash'];
const ofAccessTokens = ['scope', 'scp', 'realm_access', 'permissions', 'gty'];

/** What parameters are called that hold a token of a kind. */
const carriers: readonly [RegExp, Kind][] = [
  [/(^|[^a-z])id_?token$/i, 'id'],
  [/id_token_hint$/i, 'id'],
  [/access_?token$/i, 'access'],
  [/refresh_?token$/i, 'refresh'],
  [/(^|_)assertion$/i, 'assertion'],
  [/^dpop$/i, 'dpop'],
  [/^request$/i, 'request'],
];

/** The kind that a parameter's name promises. */
export function kindPromised(name: string): Kind | undefined {
  return carriers.find(([pattern]) => pattern.test(name))?.[1];
}

export function kindOf(
  token: Token,
  claims: JsonNode | undefined,
  sightings: readonly Sighting[],
): KnownKind {
  const profile = profileOf(token);
  const profiled = profile && ofProfile[profile.id];
  if (profile?.by === 'typ') return { kind: profiled ?? 'other', certain: true };
  const said = wordOf(claims);
  if (said) return { kind: said, certain: true };
  if (profiled && profiled !== 'id' && profiled !== 'access') return { kind: profiled, certain: false };
  return byClaims(claims) ?? byCarrier(sightings) ?? { kind: profiled ?? 'other', certain: false };
}

function wordOf(claims: JsonNode | undefined): Kind | undefined {
  for (const name of wordClaims) {
    const word = textOf(claims, name)?.toLowerCase();
    if (word !== undefined && Object.hasOwn(words, word)) return words[word];
  }
  return undefined;
}

function byClaims(claims: JsonNode | undefined): KnownKind | undefined {
  if (has(claims, ...ofAccessTokens)) return { kind: 'access', certain: false };
  const signs = ofIdTokens.filter((name) => has(claims, name)).length;
  return signs > 1 && has(claims, 'iss') ? { kind: 'id', certain: true } : undefined;
}

function byCarrier(sightings: readonly Sighting[]): KnownKind | undefined {
  const promised = sightings.map(({ capture }) => kindPromised(capture.carrier.name)).find(Boolean);
  return promised && { kind: promised, certain: true };
}
