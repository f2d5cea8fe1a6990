import type { Capture } from './exchange';
import { type Said, saidBy } from './lineageClaims';

/** What a token is for. A refresh token buys access tokens; an ID token tells the page who has logged in. */
export type TokenRole = 'access' | 'refresh' | 'id';

const named: readonly (readonly [pattern: RegExp, role: TokenRole])[] = [
  [/refresh|^rt$/i, 'refresh'],
  [/(^|[^a-z])id_?token/i, 'id'],
];

/** Claims in which issuers write what a token is for: Keycloak, Flask-JWT-Extended, SimpleJWT, Cognito. */
const kindClaims = ['typ', 'type', 'token_type', 'token_use', 'tokenType'] as const;

/** The role that a capture alone tells of; undefined where it tells of none. */
export function roleTold(capture: Capture, said: Said = saidBy(capture.token)): TokenRole | undefined {
  if (capture.opaque !== undefined) return byName(capture.opaque);
  return byName(capture.carrier.name) ?? byClaims(said);
}

function byName(name: string): TokenRole | undefined {
  const last = name.slice(name.lastIndexOf('.') + 1);
  return named.find(([pattern]) => pattern.test(last))?.[1];
}

function byClaims({ header, claims }: Said): TokenRole | undefined {
  const kinds = [header.typ, ...kindClaims.map((name) => claims[name])].filter(
    (kind) => typeof kind === 'string',
  );
  if (kinds.some((kind) => /refresh|^rt\+jwt$/i.test(kind))) return 'refresh';
  return kinds.some((kind) => /^id(_?token)?$/i.test(kind)) || 'at_hash' in claims ? 'id' : undefined;
}

/** What is known of each token's role, from every capture of it. A token of which nothing is told gives access. */
export interface Roles {
  of(token: string): TokenRole;
  /** To be told of all captures before the first question. */
  learn(capture: Capture): void;
}

export function createRoles(): Roles {
  const known = new Map<string, TokenRole | undefined>();
  return {
    of: (token) => known.get(token) ?? 'access',
    learn(capture) {
      if (known.get(capture.token) !== undefined) return;
      known.set(capture.token, known.has(capture.token) ? byNameOf(capture) : roleTold(capture));
    },
  };
}

const byNameOf = ({ carrier, opaque }: Capture) => byName(opaque ?? carrier.name);
