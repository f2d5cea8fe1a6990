import type { Key } from '../../key/key';
import { type Cannot, cannot } from './decryption';
import type { Sealed } from './sealed';

const opening: readonly string[] = ['decrypt', 'unwrapKey', 'deriveKey', 'deriveBits'];

interface Gate {
  passes(key: Key, sealed: Sealed): boolean;
  refusal(key: Key, sealed: Sealed): Cannot;
}

const needs: Readonly<Record<string, Cannot['code']>> = {
  secret: 'needs-secret',
  rsa: 'needs-rsa',
  ec: 'needs-curve',
};

/** What a key must be to open this token. Each gate names its own reason. */
const gates: readonly Gate[] = [
  {
    passes: (key, { management }) => management.kinds.includes(key.kind),
    refusal: (_key, { management, alg }) => cannot(needs[management.kinds[0] ?? ''] ?? 'key-refused', alg),
  },
  {
    passes: (key) => key.kind === 'secret' || key.private,
    refusal: (_key, { alg }) => cannot('needs-private', alg),
  },
  {
    passes: ({ use = 'enc', keyOps = opening }) =>
      use === 'enc' && opening.some((name) => keyOps.includes(name)),
    refusal: ({ use, keyOps }) => cannot('key-use', use ?? keyOps?.join(', ') ?? ''),
  },
  {
    passes: ({ alg }, sealed) =>
      alg === undefined || alg === sealed.alg || (sealed.alg === 'dir' && alg === sealed.enc),
    refusal: ({ alg = '' }, sealed) => cannot('key-alg', sealed.alg, alg),
  },
  {
    passes: (key, sealed) => bitsWanted(sealed) === undefined || key.bits === bitsWanted(sealed),
    refusal: (key, sealed) => cannot('key-size', `${key.bits}`, `${bitsWanted(sealed)}`, sealed.alg),
  },
];

/** A secret that is used as it is must have the exact size (RFC 7518 sections 4.4, 4.5 and 4.7). */
function bitsWanted({ management, content }: Sealed): number | undefined {
  if (management.how === 'direct') return 8 * content.keyBytes;
  return management.how === 'aes-kw' || management.how === 'aes-gcm-kw'
    ? 8 * (management.wrapBytes ?? 0)
    : undefined;
}

/** The keys that may open the token, those with its kid first; or why there is none. */
export function recipientsOf(sealed: Sealed, keys: readonly Key[]): readonly Key[] | Cannot {
  const named = (key: Key) => (sealed.kid !== undefined && key.kid === sealed.kid ? 0 : 1);
  let left: readonly Key[] = [...keys].sort((one, other) => named(one) - named(other));
  for (const { passes, refusal } of gates) {
    const through = left.filter((key) => passes(key, sealed));
    const [first] = left;
    if (through.length === 0 && first) return refusal(first, sealed);
    left = through;
  }
  return left;
}
