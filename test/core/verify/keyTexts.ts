import { jwkText, type MadeName, pairOf, pemOf } from '../key/madeKeys';
import { longSecret } from './signing';

/** Every way in which the key of a signature may be written. */
export function keyTextsOf(name: MadeName): Readonly<Record<string, string>> {
  const { publicKey, privateKey } = pairOf(name);
  return {
    SPKI: pemOf(publicKey, 'spki'),
    'PKCS#8': pemOf(privateKey, 'pkcs8'),
    JWK: jwkText(publicKey),
    'private JWK': jwkText(privateKey),
    JWKS: `{"keys": [${jwkText(pairOf('shortRsa').publicKey)}, ${jwkText(publicKey, { kid: 'b' })}]}`,
    ...(publicKey.asymmetricKeyType === 'rsa' && { 'PKCS#1': pemOf(publicKey, 'pkcs1') }),
    ...(publicKey.asymmetricKeyType === 'ec' && { SEC1: pemOf(privateKey, 'sec1') }),
  };
}

/** The long secret in every encoding. */
export const secretTexts = {
  text: longSecret,
  base64: Buffer.from(longSecret).toString('base64'),
  base64url: Buffer.from(longSecret).toString('base64url'),
  hex: Buffer.from(longSecret).toString('hex'),
} as const;
