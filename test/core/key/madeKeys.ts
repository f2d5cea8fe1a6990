import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { importedAnew } from '../../importedAnew';

/** One fresh key pair per key type, made by OpenSSL, for the tests of key formats and signatures. */
const made = {
  rsa: generateKeyPairSync('rsa', { modulusLength: 2048 }),
  otherRsa: generateKeyPairSync('rsa', { modulusLength: 2048 }),
  shortRsa: generateKeyPairSync('rsa', { modulusLength: 1024 }),
  pss: generateKeyPairSync('rsa-pss', { modulusLength: 2048 }),
  p256: generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  p384: generateKeyPairSync('ec', { namedCurve: 'P-384' }),
  p521: generateKeyPairSync('ec', { namedCurve: 'P-521' }),
  secp256k1: generateKeyPairSync('ec', { namedCurve: 'secp256k1' }),
  ed25519: generateKeyPairSync('ed25519'),
  ed448: generateKeyPairSync('ed448'),
  x25519: generateKeyPairSync('x25519'),
};

export type MadeName = keyof typeof made;

const pairs = Object.fromEntries(
  Object.entries(made).map(([name, pair]) => [name, importedAnew(pair)]),
) as Record<MadeName, { publicKey: KeyObject; privateKey: KeyObject }>;

export function pairOf(name: MadeName): { publicKey: KeyObject; privateKey: KeyObject } {
  return pairs[name];
}

export function pemOf(key: KeyObject, type: 'spki' | 'pkcs1' | 'pkcs8' | 'sec1'): string {
  return key.export({ format: 'pem', type: type as 'spki' }).toString();
}

export function jwkText(key: KeyObject, extra: Record<string, unknown> = {}): string {
  return JSON.stringify({ ...key.export({ format: 'jwk' }), ...extra });
}

/** The same text in each of the ways in which keys get mangled on their way into a paste box. */
export const mangled: Readonly<Record<string, (pem: string) => string>> = {
  plainly: (pem) => pem,
  'with CRLF': (pem) => pem.replaceAll('\n', '\r\n'),
  indented: (pem) => `\n\n${pem.replaceAll(/^/gm, '    ')}`,
  'in one line': (pem) => pem.replaceAll('\n', '\\n'),
  'among prose': (pem) => `Here is the key:\n\n${pem}\nRegards`,
};
