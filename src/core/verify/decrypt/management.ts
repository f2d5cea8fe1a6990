import type { KeyKind } from '../../key/key';

/** One way of conveying the content key (RFC 7518 section 4.1). */
export interface Management {
  kinds: readonly KeyKind[];
  how: 'direct' | 'aes-kw' | 'aes-gcm-kw' | 'rsa-oaep' | 'ecdh' | 'pbes2';
  /** True where the encrypted key must be empty. */
  direct?: boolean;
  /** Bytes of the key that wraps. */
  wrapBytes?: number;
  hash?: string;
}

const aesKw = (wrapBytes: number): Management => ({ kinds: ['secret'], how: 'aes-kw', wrapBytes });
const aesGcmKw = (wrapBytes: number): Management => ({ kinds: ['secret'], how: 'aes-gcm-kw', wrapBytes });
const rsaOaep = (hash: string): Management => ({ kinds: ['rsa'], how: 'rsa-oaep', hash });
const ecdhKw = (wrapBytes: number): Management => ({ kinds: ['ec', 'okp'], how: 'ecdh', wrapBytes });
const pbes2 = (hash: string, wrapBytes: number): Management => ({
  kinds: ['secret'],
  how: 'pbes2',
  hash,
  wrapBytes,
});

/** Every way that can be undone here. RSA1_5 is left out on purpose (RFC 8725 section 3.2). */
export const managements: Readonly<Record<string, Management>> = {
  dir: { kinds: ['secret'], how: 'direct', direct: true },
  A128KW: aesKw(16),
  A192KW: aesKw(24),
  A256KW: aesKw(32),
  A128GCMKW: aesGcmKw(16),
  A192GCMKW: aesGcmKw(24),
  A256GCMKW: aesGcmKw(32),
  'RSA-OAEP': rsaOaep('SHA-1'),
  'RSA-OAEP-256': rsaOaep('SHA-256'),
  'RSA-OAEP-384': rsaOaep('SHA-384'),
  'RSA-OAEP-512': rsaOaep('SHA-512'),
  'ECDH-ES': { kinds: ['ec', 'okp'], how: 'ecdh', direct: true },
  'ECDH-ES+A128KW': ecdhKw(16),
  'ECDH-ES+A192KW': ecdhKw(24),
  'ECDH-ES+A256KW': ecdhKw(32),
  'PBES2-HS256+A128KW': pbes2('SHA-256', 16),
  'PBES2-HS384+A192KW': pbes2('SHA-384', 24),
  'PBES2-HS512+A256KW': pbes2('SHA-512', 32),
};
