import { algorithmsFor, algorithmsNamed, fitsKind } from '../algorithms';
import { accepts, type LibraryOutcome, refuses } from './answer';
import { isObject, type Situation } from './situation';

/** The version whose order of checks this follows: Debian 12's, with its security fixes. */
export const pyjwtVersion = '2.6.0';

const known: ReadonlySet<string> = new Set(
  'none HS256 HS384 HS512 RS256 RS384 RS512 PS256 PS384 PS512 ES256 ES256K ES384 ES512 EdDSA'.split(' '),
);

type Step = (situation: Situation) => LibraryOutcome | undefined;

/** Signature first: an expired token with a wrong signature never comes to ExpiredSignatureError. */
const steps: readonly Step[] = [
  keyId,
  critical,
  allowedAlgorithm,
  knownAlgorithm,
  preparedKey,
  signature,
  payload,
  claims,
];

/**
 * False where the caller allows an algorithm that the key is not for: PyJWT then hands the key to another library,
 * whose complaint depends on its version.
 */
export function isForetold({ header, key, settings: { algorithms = [] } }: Situation): boolean {
  const alg = `${header.alg}`;
  if (!algorithms.includes(alg) || !known.has(alg) || alg.startsWith('HS') || alg === 'none') return true;
  return algorithmsNamed(alg).some((row) => fitsKind(row, key));
}

/** What jwt.decode(token, key, algorithms=…) says. Without settings it is given the key's own algorithms. */
export function pyjwtSays(situation: Situation): LibraryOutcome {
  for (const step of steps) {
    const outcome = step(situation);
    if (outcome) return outcome;
  }
  return accepts;
}

function keyId({ header }: Situation): LibraryOutcome | undefined {
  if (!('kid' in header) || typeof header.kid === 'string') return undefined;
  return refuses('InvalidTokenError', 'Key ID header parameter must be a string');
}

function critical({ header }: Situation): LibraryOutcome | undefined {
  if (!('crit' in header)) return undefined;
  const { crit } = header;
  if (!Array.isArray(crit) || crit.length === 0) {
    return refuses('InvalidTokenError', "Invalid 'crit' header: must be a non-empty list");
  }
  for (const name of crit) {
    if (typeof name !== 'string')
      return refuses('InvalidTokenError', "Invalid 'crit' header: values must be strings");
    if (name !== 'b64') return refuses('InvalidTokenError', `Unsupported critical extension: ${name}`);
    if (!(name in header))
      return refuses('InvalidTokenError', `Critical extension '${name}' is missing from headers`);
  }
  return undefined;
}

function allowedAlgorithm({ header: { alg }, settings, key }: Situation): LibraryOutcome | undefined {
  const allowed = settings.algorithms ?? algorithmsFor(key);
  if (typeof alg === 'string' && alg !== '' && allowed.includes(alg)) return undefined;
  return refuses('InvalidAlgorithmError', 'The specified alg value is not allowed');
}

function knownAlgorithm({ header: { alg } }: Situation): LibraryOutcome | undefined {
  return known.has(`${alg}`) ? undefined : refuses('InvalidAlgorithmError', 'Algorithm not supported');
}

function preparedKey({ header: { alg }, key }: Situation): LibraryOutcome | undefined {
  if (alg === 'none') return refuses('InvalidKeyError', 'When alg = "none", key value must be None.');
  const looksLikeKey = key.kind !== 'secret' || key.notes.some(({ code }) => code === 'looks-like-key');
  if (!`${alg}`.startsWith('HS') || !looksLikeKey) return undefined;
  return refuses(
    'InvalidKeyError',
    'The specified key is an asymmetric key or x509 certificate and should not be used as an HMAC secret.',
  );
}

function signature({ matches }: Situation): LibraryOutcome | undefined {
  return matches ? undefined : refuses('InvalidSignatureError', 'Signature verification failed');
}

function payload({ payload: value }: Situation): LibraryOutcome | undefined {
  return isObject(value)
    ? undefined
    : refuses('DecodeError', 'Invalid payload string: must be a json object');
}

function claims(situation: Situation): LibraryOutcome | undefined {
  const { payload: value, settings, nowSeconds } = situation;
  if (!isObject(value)) return undefined;
  const now = Math.floor(nowSeconds);
  const leeway = settings.leewaySeconds ?? 0;
  return (
    issuedAt(value, now + leeway) ??
    notBefore(value, now + leeway) ??
    expiry(value, now - leeway) ??
    issuer(value, settings.issuer) ??
    audience(value, settings.audience)
  );
}

type Claims = Record<string, unknown>;

function issuedAt({ iat }: Claims, latest: number): LibraryOutcome | undefined {
  if (iat === undefined) return undefined;
  const seconds = pythonInt(iat);
  if (seconds === 'ValueError')
    return refuses('InvalidIssuedAtError', 'Issued At claim (iat) must be an integer.');
  if (typeof seconds !== 'number') return seconds;
  // The text passes int(), and is then compared as it is.
  if (typeof iat === 'string')
    return refuses('TypeError', "'>' not supported between instances of 'str' and 'int'");
  return Number(iat) > latest
    ? refuses('ImmatureSignatureError', 'The token is not yet valid (iat)')
    : undefined;
}

function notBefore({ nbf }: Claims, latest: number): LibraryOutcome | undefined {
  if (nbf === undefined) return undefined;
  const seconds = pythonInt(nbf);
  if (seconds === 'ValueError') return refuses('DecodeError', 'Not Before claim (nbf) must be an integer.');
  if (typeof seconds !== 'number') return seconds;
  return seconds > latest ? refuses('ImmatureSignatureError', 'The token is not yet valid (nbf)') : undefined;
}

/** A fraction is cut off, so that a token expires up to a second early. */
function expiry({ exp }: Claims, earliest: number): LibraryOutcome | undefined {
  if (exp === undefined) return undefined;
  const seconds = pythonInt(exp);
  if (seconds === 'ValueError')
    return refuses('DecodeError', 'Expiration Time claim (exp) must be an integer.');
  if (typeof seconds !== 'number') return seconds;
  return seconds <= earliest ? refuses('ExpiredSignatureError', 'Signature has expired') : undefined;
}

function issuer(payload: Claims, expected: string | undefined): LibraryOutcome | undefined {
  if (expected === undefined) return undefined;
  if (!('iss' in payload)) return missing('iss');
  return payload.iss === expected ? undefined : refuses('InvalidIssuerError', 'Invalid issuer');
}

/** A token with an audience is refused by whoever names none. */
function audience({ aud }: Claims, expected: string | undefined): LibraryOutcome | undefined {
  if (expected === undefined)
    return isFalsy(aud) ? undefined : refuses('InvalidAudienceError', 'Invalid audience');
  if (isFalsy(aud)) return missing('aud');
  const named = typeof aud === 'string' ? [aud] : aud;
  if (!Array.isArray(named) || named.some((each) => typeof each !== 'string')) {
    return refuses('InvalidAudienceError', 'Invalid claim format in token');
  }
  return named.includes(expected) ? undefined : refuses('InvalidAudienceError', 'Invalid audience');
}

function missing(claim: string): LibraryOutcome {
  return refuses('MissingRequiredClaimError', `Token is missing the "${claim}" claim`);
}

/** Python's idea of nothing: also an empty list, text or object. */
function isFalsy(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  if (isObject(value)) return Object.keys(value).length === 0;
  return value === undefined || value === null || value === false || value === 0 || value === '';
}

/** Python's int(): texts of digits count, with space around and single underscores; fractions are cut off. */
function pythonInt(value: unknown): number | 'ValueError' | LibraryOutcome {
  if (typeof value === 'number') return Math.trunc(value);
  if (typeof value === 'boolean') return Number(value);
  if (typeof value === 'string') {
    const digits = /^\s*[+-]?\d+(?:_\d+)*\s*$/.test(value);
    return digits ? Number(value.replaceAll('_', '')) : 'ValueError';
  }
  const type = value === null ? 'NoneType' : Array.isArray(value) ? 'list' : 'dict';
  const message = `int() argument must be a string, a bytes-like object or a real number, not '${type}'`;
  return refuses('TypeError', message);
}
