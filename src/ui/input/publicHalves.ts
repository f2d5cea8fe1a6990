import { publicJwkText, publicPem } from '../../core/key/convert';
import type { Key } from '../../core/key/key';
import { thumbprintOf } from '../../core/key/thumbprint';

/** A key's public half in both forms, and its fingerprint. */
export interface PublicHalves {
  thumbprint?: string | undefined;
  jwk?: string | undefined;
  pem?: string | undefined;
}

/** A secret has no public half, and even its hash helps to guess it (RFC 7638 section 7), so it gets neither. */
export async function publicHalvesOf(key: Key): Promise<PublicHalves> {
  if (key.kind === 'secret') return {};
  const [thumbprint, jwk, pem] = await Promise.all([thumbprintOf(key), publicJwkText(key), publicPem(key)]);
  return { thumbprint, jwk, pem };
}
