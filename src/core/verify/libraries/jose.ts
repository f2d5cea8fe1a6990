import { importJWK, type JWTVerifyOptions, jwtVerify } from 'jose';
import type { Key } from '../../key/key';
import { jwkOf } from '../../key/publicHalf';
import { accepts, type LibraryOutcome, refuses } from './answer';
import type { Situation } from './situation';

/** jose is part of this program, so that it is asked itself; a test compares this with its package. */
export const joseVersion = '6.2.17';

/** jose's errors by their code: a built program shortens the names of classes, and those are what people look up. */
const names: Readonly<Record<string, string>> = {
  ERR_JOSE_GENERIC: 'JOSEError',
  ERR_JOSE_ALG_NOT_ALLOWED: 'JOSEAlgNotAllowed',
  ERR_JOSE_NOT_SUPPORTED: 'JOSENotSupported',
  ERR_JWK_INVALID: 'JWKInvalid',
  ERR_JWS_INVALID: 'JWSInvalid',
  ERR_JWS_SIGNATURE_VERIFICATION_FAILED: 'JWSSignatureVerificationFailed',
  ERR_JWT_CLAIM_VALIDATION_FAILED: 'JWTClaimValidationFailed',
  ERR_JWT_EXPIRED: 'JWTExpired',
  ERR_JWT_INVALID: 'JWTInvalid',
};

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
    return error instanceof Error ? refuses(nameOf(error), error.message) : refuses('Error', '');
  }
}

/** The class that jose's documentation names. */
export function nameOf(error: Error): string {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return names[code] ?? error.name;
}

/** As callers do it: a secret as bytes, any other key imported for the algorithm that the token names. */
async function joseKey({ material }: Key, alg: string): Promise<CryptoKey | Uint8Array> {
  if (material.type === 'bytes') return material.bytes;
  const { secret: _secret, ...jwk } = (await jwkOf(material)) ?? { kty: 'RSA' };
  return importJWK(jwk, alg);
}
