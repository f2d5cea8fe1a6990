import type { Key } from '../../key/key';
import { accepts, type LibraryOutcome, refuses } from './answer';
import { isObject, type Situation } from './situation';

export const jsonwebtokenVersion = '9.0.3';

type Step = (situation: Situation) => LibraryOutcome | undefined;

const steps: readonly Step[] = [
  signaturePresent,
  allowedAlgorithm,
  keyType,
  keyCurve,
  signature,
  payload,
  notBefore,
  expiry,
  audience,
  issuer,
];

const rsaAlgorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'];
const ecAlgorithms = ['ES256', 'ES384', 'ES512'];

const algorithmsOfKey: Readonly<Record<string, readonly string[]>> = {
  rsa: ['RS256', 'PS256', 'RS384', 'PS384', 'RS512', 'PS512'],
  'rsa-pss': ['PS256', 'PS384', 'PS512'],
  ec: ecAlgorithms,
};

/** What it allows when it is told nothing; it knows no Edwards curves and falls back to RSA's. */
const defaults: Readonly<Record<Key['kind'], readonly string[]>> = {
  secret: ['HS256', 'HS384', 'HS512'],
  rsa: rsaAlgorithms,
  ec: ecAlgorithms,
  okp: rsaAlgorithms,
  akp: rsaAlgorithms,
};

/** The curves by OpenSSL's names. */
const curveOf: Readonly<Record<string, readonly [ours: string, theirs: string, bytes: number]>> = {
  ES256: ['P-256', 'prime256v1', 64],
  ES384: ['P-384', 'secp384r1', 96],
  ES512: ['P-521', 'secp521r1', 132],
};

/** What jwt.verify(token, key, options) says. */
export function jsonwebtokenSays(situation: Situation): LibraryOutcome {
  for (const step of steps) {
    const outcome = step(situation);
    if (outcome) return outcome;
  }
  return accepts;
}

function own(message: string): LibraryOutcome {
  return refuses('JsonWebTokenError', message);
}

function signaturePresent({ signatureBytes }: Situation): LibraryOutcome | undefined {
  return signatureBytes === 0 ? own('jwt signature is required') : undefined;
}

function allowedAlgorithm({ header: { alg }, settings, key }: Situation): LibraryOutcome | undefined {
  const allowed = settings.algorithms ?? defaults[key.kind];
  return typeof alg === 'string' && allowed.includes(alg) ? undefined : own('invalid algorithm');
}

function keyType({ header, key }: Situation): LibraryOutcome | undefined {
  const alg = `${header.alg}`;
  const isSecret = key.kind === 'secret';
  if (alg.startsWith('HS') && !isSecret)
    return own(`secretOrPublicKey must be a symmetric key when using ${alg}`);
  if (/^(?:RS|PS|ES)/.test(alg) && isSecret)
    return own(`secretOrPublicKey must be an asymmetric key when using ${alg}`);
  return isSecret ? undefined : allowedForKey(alg, key);
}

/** By OpenSSL's names of key types; it knows no others. */
function allowedForKey(alg: string, { kind, curve = '', onlyPss }: Key): LibraryOutcome | undefined {
  const type = kind === 'rsa' && onlyPss ? 'rsa-pss' : kind === 'okp' ? curve.toLowerCase() : kind;
  const allowed = algorithmsOfKey[type];
  if (!allowed) return refuses('Error', `Unknown key type "${type}".`);
  if (allowed.includes(alg)) return undefined;
  return refuses('Error', `"alg" parameter for "${type}" key type must be one of: ${allowed.join(', ')}.`);
}

function keyCurve({ header, key, signatureBytes }: Situation): LibraryOutcome | undefined {
  const alg = `${header.alg}`;
  const [ours, theirs, bytes] = curveOf[alg] ?? [];
  if (key.kind !== 'ec') return undefined;
  if (key.curve !== ours) return refuses('Error', `"alg" parameter "${alg}" requires curve "${theirs}".`);
  if (signatureBytes === bytes) return undefined;
  return refuses('TypeError', `"${alg}" signatures must be "${bytes}" bytes, saw "${signatureBytes}"`);
}

function signature({ matches }: Situation): LibraryOutcome | undefined {
  return matches ? undefined : own('invalid signature');
}

/** The claims of null can't be read; those of a text or a number are simply absent. */
function payload({ payload: value, header }: Situation): LibraryOutcome | undefined {
  if (value !== null || header.typ !== 'JWT') return undefined;
  return refuses('TypeError', "Cannot read properties of null (reading 'nbf')");
}

function claimsOf({ payload: value }: Situation): Record<string, unknown> {
  return isObject(value) ? value : {};
}

function notBefore(situation: Situation): LibraryOutcome | undefined {
  const { nbf } = claimsOf(situation);
  const { nowSeconds, settings } = situation;
  if (nbf === undefined) return undefined;
  if (typeof nbf !== 'number') return own('invalid nbf value');
  return nbf > Math.floor(nowSeconds) + (settings.leewaySeconds ?? 0)
    ? refuses('NotBeforeError', 'jwt not active')
    : undefined;
}

function expiry(situation: Situation): LibraryOutcome | undefined {
  const { exp } = claimsOf(situation);
  const { nowSeconds, settings } = situation;
  if (exp === undefined) return undefined;
  if (typeof exp !== 'number') return own('invalid exp value');
  return Math.floor(nowSeconds) >= exp + (settings.leewaySeconds ?? 0)
    ? refuses('TokenExpiredError', 'jwt expired')
    : undefined;
}

function audience(situation: Situation): LibraryOutcome | undefined {
  const { audience: expected } = situation.settings;
  const { aud } = claimsOf(situation);
  if (!expected || (Array.isArray(aud) ? aud : [aud]).includes(expected)) return undefined;
  return own(`jwt audience invalid. expected: ${expected}`);
}

function issuer(situation: Situation): LibraryOutcome | undefined {
  const { issuer: expected } = situation.settings;
  if (!expected || claimsOf(situation).iss === expected) return undefined;
  return own(`jwt issuer invalid. expected: ${expected}`);
}
