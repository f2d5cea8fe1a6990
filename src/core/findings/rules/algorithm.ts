import { memberOf } from '../../token/json';
import { layersOf } from '../../token/layers';
import { partOf } from '../../token/token';
import { has, textOf } from '../members';
import { type Rule, when, whenAny } from '../rule';
import type { Situation } from '../situation';

/** The algorithms of RFC 7518, RFC 8037, RFC 8812, RFC 9864 and RFC 9964, for signing and for encrypting a key. */
const registered: ReadonlySet<string> = new Set(
  `HS256 HS384 HS512 RS256 RS384 RS512 PS256 PS384 PS512 ES256 ES384 ES512 ES256K EdDSA Ed25519 Ed448 ML-DSA-44 ML-DSA-65
  ML-DSA-87 RSA-OAEP RSA-OAEP-256 RSA-OAEP-384 RSA-OAEP-512 A128KW A192KW A256KW dir ECDH-ES ECDH-ES+A128KW
  ECDH-ES+A192KW ECDH-ES+A256KW A128GCMKW A192GCMKW A256GCMKW PBES2-HS256+A128KW PBES2-HS384+A192KW
  PBES2-HS512+A256KW`.split(/\s+/),
);
const byLowerCase = new Map([...registered].map((name) => [name.toLowerCase(), name]));

/** PKCS#1 v1.5 encryption and everything with SHA-1. */
const deprecated: ReadonlySet<string> = new Set(['RSA1_5', 'RS1', 'HS1', 'SHA1']);

/** Letters of other scripts that look like those of "none". */
const doubles: Readonly<Record<string, string>> = {
  п: 'n',
  ո: 'n',
  ν: 'n',
  о: 'o',
  ο: 'o',
  օ: 'o',
  '0': 'o',
  е: 'e',
  ε: 'e',
};

const isNone = (alg: string) => {
  const plain = alg
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Cc}\s]/gu, '')
    .toLowerCase();
  return [...plain].map((letter) => doubles[letter] ?? letter).join('') === 'none';
};

export const algorithmRules: readonly Rule[] = [
  {
    id: 'alg-none',
    severity: 'high',
    source: 'RFC 8725 section 3.2',
    test: ({ alg }) => when(alg === 'none'),
  },
  {
    id: 'alg-none-disguised',
    severity: 'critical',
    source: 'RFC 8725 section 2.1',
    test: ({ alg }) => when(alg !== 'none' && isNone(alg), alg),
  },
  {
    id: 'alg-none-nested',
    severity: 'high',
    source: 'RFC 8725 section 3.3',
    test: ({ token }) => when(layersOf(token).slice(1).some(isUnsigned)),
  },
  {
    id: 'alg-missing',
    severity: 'high',
    source: 'RFC 7515 section 4.1.1',
    test: ({ header, alg }) => when(header?.type === 'object' && alg.trim() === ''),
  },
  {
    id: 'alg-case',
    severity: 'medium',
    source: 'RFC 7515 section 4.1.1',
    test: ({ alg }) => {
      const name = byLowerCase.get(alg.toLowerCase());
      return when(name !== undefined && name !== alg, alg, name ?? '');
    },
  },
  {
    id: 'alg-unknown',
    severity: 'low',
    source: 'RFC 7518 section 3.1',
    test: ({ alg }) => when(isUnknown(alg), alg),
  },
  {
    id: 'alg-deprecated',
    severity: 'medium',
    source: 'RFC 8725 section 3.2',
    test: ({ alg }) => when(deprecated.has(alg), alg),
  },
  {
    id: 'kid-two-algs',
    severity: 'medium',
    source: 'draft-ietf-oauth-rfc8725bis section 3.1',
    test: (situation) => whenAny(otherAlgsOfKid(situation)),
  },
];

function isUnsigned(layer: Situation['token']): boolean {
  return isNone(textOf(partOf(layer, 'header')?.json, 'alg') ?? '');
}

function isUnknown(alg: string): boolean {
  return alg.trim() !== '' && !isNone(alg) && !deprecated.has(alg) && !byLowerCase.has(alg.toLowerCase());
}

/** The algorithms of other tokens of the same issuer that name the same key: one key serves one algorithm. */
function otherAlgsOfKid({ header, claims, alg, exchanges, read, token }: Situation): readonly string[] {
  const kid = textOf(header, 'kid');
  const issuer = textOf(claims, 'iss');
  if (kid === undefined || issuer === undefined || !has(header, 'alg')) return [];
  const others = new Set(
    exchanges.slice(-MOST_EXCHANGES).flatMap(({ captures }) => captures.map((each) => each.token)),
  );
  return [...others].flatMap((text) => {
    if (text === token.text) return [];
    const other = read(text);
    const theirs = partOf(other, 'header')?.json;
    const isSameKey =
      textOf(theirs, 'kid') === kid && textOf(partOf(other, 'payload')?.json, 'iss') === issuer;
    const said = memberOf(theirs, 'alg');
    return isSameKey && said?.type === 'string' && said.value !== alg ? [said.value] : [];
  });
}

const MOST_EXCHANGES = 500;
