import { algorithmsNamed } from './algorithms';
import type { SignatureVerdict } from './outcome';

/** Where the key came from that verified a signature, which decides what the signature is worth. */
export const trusts = ['none', 'yours', 'yours-weak', 'yours-public', 'traffic', 'carried'] as const;
export type Trust = (typeof trusts)[number];

/** Notes on a key that say that others have it too. */
const published: ReadonlySet<string> = new Set(['well-known', 'looks-like-key']);

/** Notes on a key that say that its secret half can be worked out. */
const breakable: ReadonlySet<string> = new Set(['roca']);

/** What a signature is worth: nothing at all unless it verified, and little where others can sign the same. */
export function trustOf(signature: SignatureVerdict): Trust {
  if (signature.state !== 'verified') return 'none';
  const { key, alg } = signature;
  if (key.source !== 'yours') return key.source;
  if (key.notes.some(({ code }) => published.has(code))) return 'yours-public';
  if (key.notes.some(({ code }) => breakable.has(code))) return 'yours-weak';
  const least = Math.max(...algorithmsNamed(alg).map(({ leastBits }) => leastBits));
  return key.bits < least ? 'yours-weak' : 'yours';
}
