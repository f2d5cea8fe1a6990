import browser from 'webextension-polyfill';
import { decodeStrict } from '../core/key/base64';
import { ivBytes, sealVault, type VaultKey } from '../core/key/vault';
import { encodeBase64url } from '../core/token/base64url';

/** The sealed keyring, on disk. */
export const vaultName = 'vault';

/** What seals it, in session memory: gone with the browser, as is the open keyring. */
export const vaultKeyName = 'vaultKey';

export const keyringName = 'keyring';

interface StoredKey {
  bytes: string;
  salt: string;
  iterations: number;
}

interface StoredKeyring {
  value: { kept: readonly { hidden?: boolean }[] };
}

/** The key of the vault while it is open. */
async function readVaultKey(): Promise<VaultKey | undefined> {
  const stored = (await browser.storage.session.get(vaultKeyName))[vaultKeyName] as StoredKey | undefined;
  const bytes = decodeStrict(stored?.bytes ?? '');
  const salt = decodeStrict(stored?.salt ?? '');
  return stored && bytes && salt ? { bytes, salt, iterations: stored.iterations } : undefined;
}

export async function writeVaultKey({ bytes, salt, iterations }: VaultKey): Promise<void> {
  const stored: StoredKey = { bytes: encodeBase64url(bytes), salt: encodeBase64url(salt), iterations };
  await browser.storage.session.set({ [vaultKeyName]: stored });
}

/** Writes the keyring as it is now to disk, sealed, if the vault is open; what was kept in private windows is left out. */
export async function sealKeyring(): Promise<void> {
  const key = await readVaultKey();
  if (!key) return;
  const { [keyringName]: stored } = await browser.storage.session.get(keyringName);
  const { kept: all } = (stored as StoredKeyring | undefined)?.value ?? { kept: [] };
  const kept = all.filter(({ hidden }) => !hidden);
  const vault = await sealVault(key, { kept }, crypto.getRandomValues(new Uint8Array(ivBytes)));
  // Forgotten, or given another passphrase, meanwhile?
  const still = await readVaultKey();
  if (still && encodeBase64url(still.bytes) === encodeBase64url(key.bytes))
    await browser.storage.local.set({ [vaultName]: vault });
}
