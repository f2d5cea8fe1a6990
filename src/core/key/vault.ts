import { encodeBase64url } from '../token/base64url';
import { decodeStrict } from './base64';

type Bytes = Uint8Array<ArrayBuffer>;

/** A keyring as it rests on disk. All but the numbers are bytes in base64url; without the passphrase it says nothing. */
export interface Vault {
  version: 1;
  /** Rounds of PBKDF2 with SHA-256 that make the key of the passphrase and the salt. */
  iterations: number;
  salt: string;
  /** Of AES-256-GCM, another one each time. */
  iv: string;
  sealed: string;
}

/** What seals a vault: the key that a passphrase made, and what it was made with. */
export interface VaultKey {
  bytes: Bytes;
  salt: Bytes;
  iterations: number;
}

export const saltBytes = 16;
export const ivBytes = 12;

/** OWASP's figure of 2023 for PBKDF2 with SHA-256; fewer are refused, and so are more than would end. */
export const vaultIterations = 600_000;
const mostIterations = 10_000_000;

/** Sealed texts grow in steps of so many bytes, so that their length does not tell the keys'. */
const step = 1024;

const encoder = new TextEncoder();

/** Makes the key of a passphrase (RFC 8018 section 5.2). However a keyboard writes its letters, they count the same. */
export async function vaultKeyOf(
  passphrase: string,
  salt: Bytes,
  iterations = vaultIterations,
): Promise<VaultKey> {
  const { subtle } = crypto;
  const secret = encoder.encode(passphrase.normalize('NFKC'));
  const material = await subtle.importKey('raw', secret, 'PBKDF2', false, ['deriveBits']);
  const bits = await subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, material, 256);
  return { bytes: new Uint8Array(bits), salt, iterations };
}

/** Seals a value. The iv is random, `ivBytes` long, and never used again with the same key. */
export async function sealVault(key: VaultKey, value: unknown, iv: Bytes): Promise<Vault> {
  const plain = JSON.stringify(value);
  const { length } = encoder.encode(plain);
  const padded = plain + ' '.repeat((step - (length % step)) % step);
  const { salt, iterations } = key;
  const sealing = await cipherKey(key, 'encrypt');
  const sealed = await crypto.subtle.encrypt(parameters(key, iv), sealing, encoder.encode(padded));
  return {
    version: 1,
    iterations,
    salt: encodeBase64url(salt),
    iv: encodeBase64url(iv),
    sealed: encodeBase64url(new Uint8Array(sealed)),
  };
}

/** Why a vault does not open. */
export const vaultFaults = ['passphrase', 'damaged'] as const;
export type VaultFault = (typeof vaultFaults)[number];

export type OpenedVault = { ok: true; key: VaultKey; value: unknown } | { ok: false; fault: VaultFault };

/** Opens what `sealVault` made. A changed vault and a wrong passphrase look the same, unless its form is broken. */
export async function openVault(vault: unknown, passphrase: string): Promise<OpenedVault> {
  const read = readVault(vault);
  if (!read) return { ok: false, fault: 'damaged' };
  const key = await vaultKeyOf(passphrase, read.salt, read.iterations);
  try {
    const opening = await cipherKey(key, 'decrypt');
    const plain = await crypto.subtle.decrypt(parameters(key, read.iv), opening, read.sealed);
    return { ok: true, key, value: JSON.parse(new TextDecoder().decode(plain)) };
  } catch {
    return { ok: false, fault: 'passphrase' };
  }
}

interface ReadVault {
  salt: Bytes;
  iterations: number;
  iv: Bytes;
  sealed: Bytes;
}

function readVault(vault: unknown): ReadVault | undefined {
  if (typeof vault !== 'object' || vault === null) return undefined;
  const { version, iterations, ...texts } = vault as Partial<Record<keyof Vault, unknown>>;
  const [salt, iv, sealed] = [texts.salt, texts.iv, texts.sealed].map((text) =>
    typeof text === 'string' ? decodeStrict(text) : undefined,
  );
  const counts = typeof iterations === 'number' && Number.isInteger(iterations);
  if (version !== 1 || !counts || iterations < vaultIterations || iterations > mostIterations)
    return undefined;
  if (salt?.length !== saltBytes || iv?.length !== ivBytes || !sealed) return undefined;
  return { salt, iterations, iv, sealed };
}

function cipherKey({ bytes }: VaultKey, use: 'encrypt' | 'decrypt'): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, [use]);
}

/** What the key was made with is sealed in too. */
function parameters({ salt, iterations }: VaultKey, iv: Bytes): AesGcmParams {
  const additionalData = encoder.encode(`claimscope keyring 1 ${iterations} ${encodeBase64url(salt)}`);
  return { name: 'AES-GCM', iv, additionalData };
}
