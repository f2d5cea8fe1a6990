import { createHmac, createSign, createVerify, type KeyObject, timingSafeEqual } from 'node:crypto';

export type Claims = Record<string, unknown>;

/** Why the demo's server refuses a token, in the guide's own words. */
export type Refusal = 'Token is missing' | 'Token has expired' | 'Invalid token';

export type Checked = { ok: true; claims: Claims } | { ok: false; message: Refusal };

interface Algorithm {
  sign(input: string, key: string | KeyObject): Buffer;
  verify(input: string, signature: Buffer, key: string | KeyObject): boolean;
}

const hs256 = (input: string, key: string | KeyObject) => createHmac('sha256', key).update(input).digest();

const algorithms: Record<'HS256' | 'RS256', Algorithm> = {
  HS256: {
    sign: hs256,
    verify: (input, signature, key) => {
      const expected = hs256(input, key);
      return expected.length === signature.length && timingSafeEqual(expected, signature);
    },
  },
  RS256: {
    sign: (input, key) => createSign('sha256').update(input).sign(key),
    verify: (input, signature, key) => createVerify('sha256').update(input).verify(key, signature),
  },
};

export type AlgorithmName = keyof typeof algorithms;

const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A compact JWS (RFC 7515) over the claims. */
export function issue(alg: AlgorithmName, claims: Claims, key: string | KeyObject): string {
  const input = `${encoded({ alg, typ: 'JWT' })}.${encoded(claims)}`;
  return `${input}.${algorithms[alg].sign(input, key).toString('base64url')}`;
}

/**
 * Judges a token as PyJWT's decode(token, key, algorithms=[alg]) does: the signature first, then the claims, with no
 * audience expected. `now` in seconds.
 */
export function check(
  token: string | undefined,
  alg: AlgorithmName,
  key: string | KeyObject,
  now: number,
): Checked {
  if (token === undefined || token === '') return { ok: false, message: 'Token is missing' };
  const claims = verified(token, alg, key);
  if (claims === undefined || !numbersFit(claims, now)) return { ok: false, message: 'Invalid token' };
  if (claims.exp !== undefined && Math.trunc(Number(claims.exp)) <= now)
    return { ok: false, message: 'Token has expired' };
  return claims.aud === undefined ? { ok: true, claims } : { ok: false, message: 'Invalid token' };
}

function verified(token: string, alg: AlgorithmName, key: string | KeyObject): Claims | undefined {
  const parts = /^([\w-]+)\.([\w-]+)\.([\w-]+)$/.exec(token);
  const [, header = '', payload = '', signature = ''] = parts ?? [];
  if (parts === null || parsed(header)?.alg !== alg) return undefined;
  const right = algorithms[alg].verify(`${header}.${payload}`, Buffer.from(signature, 'base64url'), key);
  return right ? parsed(payload) : undefined;
}

function parsed(part: string): Claims | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

/** The times that are there are numbers, and iat and nbf are not in the future. */
function numbersFit(claims: Claims, now: number): boolean {
  const times = [claims.iat, claims.nbf, claims.exp].filter((time) => time !== undefined).map(Number);
  const begun = [claims.iat, claims.nbf].every((time) => time === undefined || Number(time) <= now);
  return begun && !times.some(Number.isNaN);
}
