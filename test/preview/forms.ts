import { deflateSync } from 'fflate';
import { encodeBase64url } from '../../src/core/token/base64url';
import { signHs256 } from './signing';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const encoded = (text: string) => encodeBase64url(bytesOf(text));
const noise = (length: number) => Uint8Array.from({ length }, (_, at) => (at * 151 + 7) % 256);
const signature = encodeBase64url(noise(64));

async function digestOf(text: string, hash = 'SHA-256'): Promise<string> {
  return encodeBase64url(new Uint8Array(await crypto.subtle.digest(hash, bytesOf(text))));
}

/** An SD-JWT with three disclosures, a decoy and a key binding; with `extra`, a disclosure that nothing calls for. */
export async function sdJwt(extra = ''): Promise<string> {
  const given = encoded('["2GLC42sKQveCfGfryNRN9w", "given_name", "Al\\u0069ce"]');
  const birth = encoded('["eluV5Og3gSNII8EYnsxA_A", "birthdate", "1940-01-01"]');
  const french = encoded('["lklxF5jMYlGTPUovMNIvCA", "FR"]');
  const claims = {
    iss: 'https://issuer.example',
    _sd: [await digestOf(given), await digestOf(birth), await digestOf('a decoy')],
    nationalities: ['US', { '...': await digestOf(french) }],
    _sd_alg: 'sha-256',
  };
  const issued = `${encoded('{"alg":"ES256","typ":"example+sd-jwt"}')}.${encoded(JSON.stringify(claims))}.${signature}`;
  const presented = `${[issued, given, birth, french, ...(extra ? [encoded(extra)] : [])].join('~')}~`;
  const binding = {
    iat: 1_795_326_578,
    aud: 'https://verifier.example',
    nonce: '1234',
    sd_hash: await digestOf(presented),
  };
  return `${presented}${encoded('{"alg":"ES256","typ":"kb+jwt"}')}.${encoded(JSON.stringify(binding))}.${signature}`;
}

/** A token in a token in a token; the inner two are signed with the secret. */
export async function nestedToken(secret: string): Promise<string> {
  const inner = await signHs256({ sub: 'innermost' }, secret);
  const middle = await signHs256(inner, secret, { alg: 'HS256', cty: 'JWT' });
  return `${encoded('{"alg":"ES256","cty":"JWT"}')}.${encoded(middle)}.${signature}`;
}

/** The general JSON serialization with two signatures, one of them with an unprotected header. */
export function twoSignatures(): string {
  return JSON.stringify({
    payload: encoded('{"sub":"two"}'),
    signatures: [
      { protected: encoded('{"alg":"RS256"}'), header: { kid: 'first' }, signature },
      { protected: encoded('{"alg":"ES256","kid":"second"}'), signature },
    ],
  });
}

/** A signed token whose payload is compressed. */
export function zipped(): string {
  const payload = encodeBase64url(deflateSync(bytesOf('{"vc":"compressed content"}')));
  return `${encoded('{"alg":"ES256","zip":"DEF"}')}.${payload}.${signature}`;
}

/** RFC 7797: the payload stands in the token as it is. */
export function unencoded(): string {
  return `${encoded('{"alg":"HS256","b64":false,"crit":["b64"]}')}.$02-00.${signature}`;
}

export function detached(): string {
  return `${encoded('{"alg":"ES256"}')}..${signature}`;
}

/** A signed token whose payload is no text. */
export function bytes(): string {
  return `${encoded('{"alg":"ES256","cty":"application/octet-stream"}')}.${encodeBase64url(noise(5_000))}.${signature}`;
}
