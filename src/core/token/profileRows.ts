import type { JsonNode } from './json';

/** Kinds of token that specifications define; each has a sentence under `profile_` + id. */
export const profileIds = [
  'access-token',
  'dpop-proof',
  'id-token',
  'logout-token',
  'security-event',
  'key-binding',
  'verifiable-credential',
  'sd-jwt',
  'introspection',
  'request-object',
  'federation-statement',
  'caller-identity',
] as const;

export type ProfileId = (typeof profileIds)[number];

/** A claim, or one inside another. */
type ClaimName = string | readonly string[];

export interface ProfileRow {
  id: ProfileId;
  source: string;
  /** Values of typ, in lower case; one that begins with + is a suffix. */
  typ: readonly string[];
  /** Whether typ must say so. */
  typMatters: boolean;
  /** Sets of claims of which one whole set makes it likely, where typ does not say. */
  signs: readonly (readonly ClaimName[])[];
  header: readonly string[];
  claims: readonly ClaimName[];
  forbidden: readonly string[];
  oneOf: readonly string[];
  types: Readonly<Record<string, readonly JsonNode['type'][]>>;
  /** Whether anybody must be able to check it without being able to make it. */
  asymmetric: boolean;
}

const anything = {
  typMatters: false,
  signs: [],
  header: [],
  claims: [],
  forbidden: [],
  oneOf: [],
  types: {},
  asymmetric: false,
} as const;

const logoutEvent = 'http://schemas.openid.net/event/backchannel-logout';

/** The more telling signs stand first. */
export const profileRows: readonly ProfileRow[] = [
  {
    ...anything,
    id: 'dpop-proof',
    source: 'RFC 9449 section 4.2',
    typ: ['dpop+jwt'],
    typMatters: true,
    signs: [['htm', 'htu']],
    header: ['jwk'],
    claims: ['jti', 'htm', 'htu', 'iat'],
    asymmetric: true,
  },
  {
    ...anything,
    id: 'key-binding',
    source: 'RFC 9901 section 4.3',
    typ: ['kb+jwt'],
    typMatters: true,
    signs: [['sd_hash', 'nonce']],
    claims: ['iat', 'aud', 'nonce', 'sd_hash'],
  },
  {
    ...anything,
    id: 'logout-token',
    source: 'OpenID Connect Back-Channel Logout 1.0 section 2.4',
    typ: ['logout+jwt'],
    signs: [[['events', logoutEvent]]],
    claims: ['iss', 'aud', 'iat', 'exp', 'jti', ['events', logoutEvent]],
    forbidden: ['nonce'],
    oneOf: ['sub', 'sid'],
  },
  {
    ...anything,
    id: 'security-event',
    source: 'RFC 8417 section 2.2',
    typ: ['secevent+jwt'],
    signs: [['events', 'jti']],
    claims: ['iss', 'iat', 'jti', 'events'],
    types: { events: ['object'] },
  },
  {
    ...anything,
    id: 'access-token',
    source: 'RFC 9068 section 2.2',
    typ: ['at+jwt'],
    typMatters: true,
    signs: [['client_id', 'scope', 'aud', 'jti']],
    claims: ['iss', 'exp', 'aud', 'sub', 'client_id', 'iat', 'jti'],
    types: { scope: ['string'], aud: ['string', 'array'] },
  },
  {
    ...anything,
    id: 'verifiable-credential',
    source: 'SD-JWT VC',
    typ: ['dc+sd-jwt', 'vc+sd-jwt'],
    claims: ['vct'],
    types: { vct: ['string'] },
  },
  {
    ...anything,
    id: 'sd-jwt',
    source: 'RFC 9901',
    typ: ['+sd-jwt', 'sd-jwt'],
    signs: [['_sd', '_sd_alg']],
    types: { _sd: ['array'] },
  },
  {
    ...anything,
    id: 'introspection',
    source: 'RFC 9701 section 5',
    typ: ['token-introspection+jwt'],
    typMatters: true,
    claims: ['iss', 'aud', 'iat', 'token_introspection'],
  },
  {
    ...anything,
    id: 'request-object',
    source: 'RFC 9101 section 4',
    typ: ['oauth-authz-req+jwt'],
    signs: [['response_type', 'client_id']],
    claims: ['client_id'],
    forbidden: ['request', 'request_uri'],
  },
  {
    ...anything,
    id: 'federation-statement',
    source: 'OpenID Federation 1.0 section 3',
    typ: ['entity-statement+jwt'],
    typMatters: true,
    header: ['kid'],
    claims: ['iss', 'sub', 'iat', 'exp', 'jwks'],
  },
  {
    ...anything,
    id: 'caller-identity',
    source: 'RFC 8225 section 4',
    typ: ['passport'],
    typMatters: true,
    signs: [['orig', 'dest']],
    header: ['x5u'],
    claims: ['iat', 'orig', 'dest'],
    asymmetric: true,
  },
  {
    ...anything,
    id: 'id-token',
    source: 'OpenID Connect Core 1.0 section 2',
    typ: [],
    signs: [
      ['sub', 'nonce'],
      ['sub', 'at_hash'],
      ['sub', 'c_hash'],
      ['sub', 'aud', 'auth_time', 'email'],
    ],
    claims: ['iss', 'sub', 'aud', 'exp', 'iat'],
    types: { iss: ['string'], sub: ['string'], aud: ['string', 'array'], nonce: ['string'], amr: ['array'] },
  },
];

/** Every member that a rule of one kind looks at. */
export const profileNames: readonly string[] = profileRows.flatMap((row) =>
  [...row.header, ...row.claims, ...row.forbidden, ...row.oneOf, ...row.signs.flat()].flatMap((name) =>
    typeof name === 'string' ? [name] : name.slice(0, 1),
  ),
);
