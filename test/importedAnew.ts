import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';

interface KeyPair {
  publicKey: KeyObject;
  privateKey: KeyObject;
}

/**
 * A generated key pair, imported anew. Node 20 may hang for good when a key that it has just generated is exported as
 * a JWK: the export holds the key's lock while it allocates, and where that brings on a garbage collection, the freed
 * generation job wants the same lock (seen in a stack trace: ~KeyGenJob below ExportJWKRsaKey).
 */
export function importedAnew({ publicKey, privateKey }: KeyPair): KeyPair {
  return {
    publicKey: createPublicKey(publicKey.export({ type: 'spki', format: 'pem' })),
    privateKey: createPrivateKey(privateKey.export({ type: 'pkcs8', format: 'pem' })),
  };
}
