import type { Key } from '../../key/key';
import type { Content } from '../../verify/decrypt/content';
import { type Management, managements } from '../../verify/decrypt/management';
import { type NotEncrypted, notEncrypted } from './encryption';

interface Way {
  alg: string;
  enc: string;
  management: Management;
  content: Content;
}

interface Gate {
  passes(key: Key, way: Way): boolean;
  refusal(key: Key, way: Way): NotEncrypted;
}

const needs: Readonly<Record<string, NotEncrypted['code']>> = {
  secret: 'needs-secret',
  rsa: 'needs-rsa',
  ec: 'needs-curve',
};

const sealing: readonly string[] = ['encrypt', 'wrapKey', 'deriveKey', 'deriveBits'];

/** What a key must be so that a token can be encrypted to it. Each gate names its own reason. */
const gates: readonly Gate[] = [
  {
    passes: (key, { management }) => management.kinds.includes(key.kind),
    refusal: (_key, { management, alg }) =>
      notEncrypted(needs[management.kinds[0] ?? ''] ?? 'key-refused', alg),
  },
  {
    passes: (key, { management }) => management.how !== 'ecdh' || agreesOn(key.curve),
    refusal: (_key, { alg }) => notEncrypted('needs-curve', alg),
  },
  {
    passes: ({ use = 'enc', keyOps }) =>
      use === 'enc' && (keyOps === undefined || sealing.some((name) => keyOps.includes(name))),
    refusal: ({ use, keyOps }) => notEncrypted('key-use', use ?? keyOps?.join(', ') ?? ''),
  },
  {
    passes: ({ alg }, way) => alg === undefined || alg === way.alg || (way.alg === 'dir' && alg === way.enc),
    refusal: ({ alg = '' }, way) => notEncrypted('key-alg', way.alg, alg),
  },
  {
    passes: (key, way) => bitsWanted(way) === undefined || key.bits === bitsWanted(way),
    refusal: (key, way) => notEncrypted('key-size', `${key.bits}`, `${bitsWanted(way)}`, way.alg),
  },
];

function agreesOn(curve = ''): boolean {
  return ['P-256', 'P-384', 'P-521', 'X25519', 'X448'].includes(curve);
}

/** A secret that is used as it is must have the exact size (RFC 7518 sections 4.4, 4.5 and 4.7). */
function bitsWanted({ management, content }: Way): number | undefined {
  if (management.how === 'direct') return 8 * content.keyBytes;
  return management.how === 'aes-kw' || management.how === 'aes-gcm-kw'
    ? 8 * (management.wrapBytes ?? 0)
    : undefined;
}

/** Why a key can't be the recipient; undefined when it can. */
export function recipientFault(key: Key, way: Way): NotEncrypted | undefined {
  return gates.find(({ passes }) => !passes(key, way))?.refusal(key, way);
}

/** The names of the ways in which a key's content key can travel to it with that content encryption. */
export function encryptingAlgorithms(key: Key, enc: string, content: Content): readonly string[] {
  return Object.entries(managements).flatMap(([alg, management]) =>
    recipientFault(key, { alg, enc, management, content }) ? [] : [alg],
  );
}
