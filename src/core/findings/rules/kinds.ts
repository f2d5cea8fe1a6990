import { isSent } from '../../traffic/exchange';
import { isProjectKey } from '../issuers';
import { kindPromised } from '../kind';
import { has, textOf } from '../members';
import { type Hit, type Rule, when, whenAny } from '../rule';
import type { Sighting } from '../sighting';
import type { Situation } from '../situation';

/** Addresses to which a refresh token is sent for what it is there for. */
const renewing = /refresh|token|renew|auth|session|login|logout|revoke/i;

export const kindRules: readonly Rule[] = [
  {
    id: 'kind-unmarked',
    severity: 'info',
    source: 'RFC 8725 section 3.11',
    test: ({ profile }) =>
      when(profile?.faults.some(({ code }) => code === 'profile-typ') === true, profile?.source ?? ''),
  },
  {
    id: 'kind-incomplete',
    severity: 'medium',
    source: 'RFC 8725 section 3.12',
    test: (situation) => broken(situation, isCertain(situation) && !isUsual(situation), missing),
  },
  {
    id: 'kind-deviates',
    severity: 'info',
    source: 'RFC 8725 section 3.12',
    test: (situation) => broken(situation, isCertain(situation) && isUsual(situation), missing),
  },
  {
    id: 'kind-incomplete-likely',
    severity: 'info',
    source: 'RFC 8725 section 3.12',
    test: (situation) => broken(situation, !isCertain(situation), missing),
  },
  {
    id: 'kind-claim-forbidden',
    severity: 'high',
    source: 'RFC 8725 section 3.12',
    test: (situation) =>
      broken(situation, situation.profile?.by === 'typ' || isLogout(situation), ['profile-claim-forbidden']),
  },
  {
    id: 'kind-symmetric',
    severity: 'high',
    source: 'RFC 8725 section 3.2',
    test: ({ profile, alg }) =>
      when(
        profile?.faults.some(({ code }) => code === 'profile-alg-symmetric') === true,
        profile?.source ?? '',
        alg,
      ),
  },
  {
    id: 'access-token-as-id-token',
    severity: 'high',
    source: 'RFC 8725 section 2.8',
    test: ({ kind, certain, sightings }) =>
      when(kind === 'access' && certain && sightings.some(isPromised('id'))),
  },
  {
    id: 'id-token-as-access-token',
    severity: 'info',
    source: 'RFC 8725 section 2.8',
    test: ({ kind, certain, sightings }) => when(kind === 'id' && certain && sightings.some(isCredential)),
  },
  {
    id: 'refresh-token-as-access-token',
    severity: 'medium',
    source: 'RFC 6749 section 1.5',
    test: ({ kind, certain, sightings }) =>
      when(
        kind === 'refresh' &&
          certain &&
          sightings.some((each) => isCredential(each) && !renewing.test(each.exchange.url)),
      ),
  },
  {
    id: 'proof-as-access-token',
    severity: 'medium',
    source: 'RFC 9449 section 7.1',
    test: ({ kind, sightings }) => when(kind === 'dpop' && sightings.some(isCredential)),
  },
  {
    id: 'admin-key-in-browser',
    severity: 'critical',
    source: 'RFC 8725 section 3.10',
    test: ({ claims, sightings }) =>
      when(textOf(claims, 'role') === 'service_role' && isProjectKey(claims) && sightings.length > 0),
  },
];

const missing = [
  'profile-claim-missing',
  'profile-header-missing',
  'profile-claim-type',
  'profile-one-of-missing',
];

/** Kinds that the token says itself; of an ID token, which has no typ of its own, that its claims allow no other reading. */
function isCertain({ profile, kind, certain }: Situation): boolean {
  return profile?.by === 'typ' || (profile?.id === 'id-token' && kind === 'id' && certain);
}

function isLogout({ profile }: Situation): boolean {
  return profile?.id === 'logout-token';
}

/**
 * True where all that is amiss is what widely used issuers write: a list of scopes, amr as one text, and no subject
 * beside a client that acts for itself.
 */
function isUsual({ profile, claims }: Situation): boolean {
  const faults = profile?.faults.filter(({ code }) => missing.includes(code)) ?? [];
  return faults.every(({ code, values: [name = ''] = [] }) =>
    code === 'profile-claim-type'
      ? ['scope', 'amr'].includes(name)
      : code === 'profile-claim-missing' && name === 'sub' && has(claims, 'client_id'),
  );
}

/** The claims and parameters that its kind demands or forbids. A token that is another kind is not measured by this one. */
function broken({ profile, kind }: Situation, applies: boolean, codes: readonly string[]): Hit {
  if (!profile || !applies || (profile.id === 'id-token' && kind !== 'id')) return undefined;
  const names = profile.faults
    .filter(({ code }) => codes.includes(code))
    .map(({ values }) => values?.[0] ?? '');
  const hit = whenAny(names);
  return hit && [...hit, profile.source];
}

/** In the Authorization header. */
function isCredential({ capture }: Sighting): boolean {
  return (
    isSent(capture.carrier) &&
    capture.carrier.place === 'request-header' &&
    capture.carrier.name === 'authorization'
  );
}

const isPromised =
  (kind: string) =>
  ({ capture }: Sighting): boolean =>
    kindPromised(capture.carrier.name) === kind;
