import { readJwk } from '../../key/jwk';
import type { Key } from '../../key/key';
import { type JsonNode, memberOf } from '../../token/json';
import { algorithmsNamed, allowsAlgorithm, fitsKind } from '../../verify/algorithms';
import { has, textOf } from '../members';
import { type Rule, when, whenAny } from '../rule';
import { hostOf, isLoopback, sameOwner } from '../site';
import type { Situation } from '../situation';

/** RFC 7518 section 3.2 asks for as many bits as the hash has; fewer than these can be searched through. */
const SEARCHABLE_BITS = 128;
/** A random secret has more different bytes than this. */
const FEW_DIFFERENT_BYTES = 6;

/** Kinds whose own specifications put the key into the header: RFC 9449, RFC 8555, RFC 8225 and others. */
const carryTheirKey =
  /^(dpop\+jwt|openid4vci-proof\+jwt|.*pop\+jwt|jose\+json|passport|entity-statement\+jwt|trust-mark\+jwt)$/;

export const keyRules: readonly Rule[] = [
  {
    id: 'secret-known',
    severity: 'critical',
    source: 'RFC 8725 section 3.5',
    test: ({ secretIsKnown, verdict }) => when(secretIsKnown || isNoted(verdict, 'well-known')),
  },
  {
    id: 'secret-is-public-key',
    severity: 'critical',
    source: 'RFC 8725 section 2.1',
    test: ({ verdict }) => when(secretOf(verdict) !== undefined && isNoted(verdict, 'looks-like-key')),
  },
  {
    id: 'secret-guessable',
    severity: 'high',
    source: 'RFC 8725 section 3.5',
    test: ({ verdict }) => {
      const key = secretOf(verdict);
      return when(key !== undefined && key.bits < SEARCHABLE_BITS, String(key?.bits));
    },
  },
  {
    id: 'secret-short',
    severity: 'medium',
    source: 'RFC 7518 section 3.2',
    test: ({ verdict, alg }) => {
      const key = secretOf(verdict);
      const least = Number(alg.slice(2));
      const isShort = key !== undefined && key.bits >= SEARCHABLE_BITS && key.bits < least;
      return when(isShort, String(key?.bits), String(least));
    },
  },
  {
    id: 'secret-repetitive',
    severity: 'high',
    source: 'RFC 8725 section 3.5',
    test: ({ verdict }) => when(isRepetitive(secretOf(verdict))),
  },
  {
    id: 'key-roca',
    severity: 'critical',
    source: 'RFC 8725 section 3.5',
    test: ({ verdict }) => when(isNoted(verdict, 'roca')),
  },
  {
    id: 'key-embedded',
    severity: 'medium',
    source: 'RFC 8725 section 3.10',
    test: ({ header, kind }) => when(has(header, 'jwk') && kind !== 'dpop' && !carriesItsKey(header)),
  },
  {
    id: 'key-embedded-private',
    severity: 'critical',
    source: 'RFC 7517 section 9.2',
    test: ({ header }) => when(isPrivate(memberOf(header, 'jwk'))),
  },
  {
    id: 'key-embedded-invalid',
    severity: 'high',
    source: 'RFC 8725 section 3.4',
    test: ({ header }) => whenAny(['jwk', 'epk'].filter((name) => isOffCurve(memberOf(header, name)))),
  },
  {
    id: 'key-certificate',
    severity: 'info',
    source: 'RFC 7515 section 4.1.6',
    test: ({ header }) => when(has(header, 'x5c')),
  },
  {
    id: 'key-remote',
    severity: 'medium',
    source: 'RFC 8725 section 3.10',
    test: ({ header }) => whenAny(carriesItsKey(header) ? [] : remoteNames(header)),
  },
  {
    id: 'key-remote-insecure',
    severity: 'high',
    source: 'RFC 7515 section 4.1.2',
    test: ({ header }) =>
      whenAny(remoteNames(header).filter((name) => !/^https:/i.test(textOf(header, name) ?? ''))),
  },
  {
    id: 'key-remote-foreign',
    severity: 'high',
    source: 'RFC 8725 section 3.10',
    test: (situation) => whenAny(foreignKeyHosts(situation)),
  },
  {
    id: 'key-alg-mismatch',
    severity: 'high',
    source: 'draft-ietf-oauth-rfc8725bis section 3.1',
    test: (situation) => when(contradictsItsKey(situation)),
  },
];

type Verdict = Situation['verdict'];

function keyOf(verdict: Verdict): Key | undefined {
  return verdict?.state === 'verified' ? verdict.key : undefined;
}

function secretOf(verdict: Verdict): Key | undefined {
  const key = keyOf(verdict);
  return key?.kind === 'secret' ? key : undefined;
}

function isNoted(verdict: Verdict, code: Key['notes'][number]['code']): boolean {
  return keyOf(verdict)?.notes.some((note) => note.code === code) === true;
}

function isRepetitive(key: Key | undefined): boolean {
  if (key?.material.type !== 'bytes' || key.bits < SEARCHABLE_BITS) return false;
  return new Set(key.material.bytes).size < FEW_DIFFERENT_BYTES;
}

function carriesItsKey(header: JsonNode | undefined): boolean {
  return carryTheirKey.test((textOf(header, 'typ') ?? '').toLowerCase().replace(/^application\//, ''));
}

function isPrivate(jwk: JsonNode | undefined): boolean {
  return has(jwk, 'd', 'k', 'p', 'q', 'dp', 'dq', 'qi', 'priv');
}

/** RFC 8725 section 3.4: the point of a public key must be on its curve. */
function isOffCurve(jwk: JsonNode | undefined): boolean {
  const key = jwk && readJwk(jwk, 'jwk', 'carried');
  return key !== undefined && !key.ok && ['point-off-curve', 'coordinate-length'].includes(key.fault.code);
}

/** A bare word, as Adobe writes it, names a file that the receiver has; it leads nowhere. */
function remoteNames(header: JsonNode | undefined): readonly string[] {
  return ['jku', 'x5u'].filter((name) => /[^\w.-]/.test(textOf(header, name) ?? ''));
}

/** Hosts that are to give the key and are not the issuer's. */
function foreignKeyHosts({ header, claims }: Situation): readonly string[] {
  const issuer = hostOf(textOf(claims, 'iss') ?? '');
  return remoteNames(header).flatMap((name) => {
    const host = hostOf(textOf(header, name) ?? '');
    if (host === undefined || carriesItsKey(header)) return [];
    const isForeign = issuer !== undefined ? !sameOwner(issuer, host) : isLoopback(host);
    return isForeign ? [host] : [];
  });
}

/** The key at hand that the token names by kid is of another type, or for another algorithm. */
function contradictsItsKey({ header, alg, keys }: Situation): boolean {
  const kid = textOf(header, 'kid');
  const named = kid === undefined ? [] : keys.filter((key) => key.kid === kid);
  const rows = algorithmsNamed(alg);
  const suits = (key: Key) => rows.some((row) => fitsKind(row, key) && allowsAlgorithm(row, key));
  return named.length > 0 && rows.length > 0 && !named.some(suits);
}
