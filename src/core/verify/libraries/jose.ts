import { importJWK, type JWTVerifyOptions, jwtVerify } from 'jose';
import type { Key } from '../../key/key';
import { jwkOf } from '../../key/publicHalf';
import { accepts, type LibraryOutcome, refuses } from './answer';
import type { Situation } from './situation';

/** jose is part of this program, so that it is asked itself; a test compares this with its package. */
export const joseVersion = '6.2.17';

/** What jwtVerify(token, key, options) says, for real. */
export async function joseSays({
  text,
  header,
  key,
  settings,
  nowSeconds,
}: Situation): Promise<LibraryOutcome> {
  const { algorithms, audience, issuer, leewaySeconds } = settings;
  const options: JWTVerifyOptions = {
    currentDate: new Date(1000 * nowSeconds),
    ...(algorithms && { algorithms: [...algorithms] }),
    ...(audience !== undefined && { audience }),
    ...(issuer !== undefined && { issuer }),
    ...(leewaySeconds !== undefined && { clockTolerance: leewaySeconds }),
  };
  try {
    await jwtVerify(text, await joseKey(key, `${header.alg}`), options);
    return accepts;
  } catch (error) {
    return error instanceof Error ? refuses(error.name, error.message) : refuses('Error', '');
  }
}

/** As callers do it: a secret as bytes, any other key imported for the algorithm that the token names. */
async function joseKey({ material }: Key, alg: string): Promise<CryptoKey | Uint8Array> {
  if (material.type === 'bytes') return material.bytes;
  const { secret: _secret, ...jwk } = (await jwkOf(material)) ?? { kty: 'RSA' };
  return importJWK(jwk, alg);
}
