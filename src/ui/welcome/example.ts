import { readKeys } from '../../core/key/readKeys';
import { signCompact } from '../../core/sign/jws/sign';

/** A secret that shows what a token is, and protects nothing. */
const EXAMPLE_SECRET = 'an-example-secret-that-everybody-knows';
const LIFETIME_SECONDS = 600;

/** A token as a server would have issued it now, and its secret. `nowSeconds`: since the epoch. */
export async function exampleToken(
  nowSeconds: number,
): Promise<{ token: string; secret: string } | undefined> {
  const reading = await readKeys(EXAMPLE_SECRET);
  const signed = await signCompact({
    header: JSON.stringify({ alg: 'HS256', typ: 'JWT' }),
    payload: JSON.stringify({
      iss: 'https://login.example.com/',
      sub: 'ada',
      aud: 'https://api.example.com/',
      iat: nowSeconds,
      exp: nowSeconds + LIFETIME_SECONDS,
      roles: ['reader', 'editor'],
    }),
    key: reading.ok ? reading.keys[0] : undefined,
  });
  return signed.state === 'signed' ? { token: signed.token, secret: EXAMPLE_SECRET } : undefined;
}
