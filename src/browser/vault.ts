import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import browser from 'webextension-polyfill';
import { openVault, saltBytes, type VaultFault, vaultKeyOf } from '../core/key/vault';
import { sealKeyring, vaultKeyName, vaultName, writeVaultKey } from './vaultStore';

export type VaultState = 'none' | 'locked' | 'open';

/** The keyring that is remembered on disk, encrypted. */
export interface KeyVault {
  state: ReadonlySignal<VaultState>;
  remember(passphrase: string): Promise<void>;
  unlock(passphrase: string): Promise<VaultFault | undefined>;
  forget(): Promise<void>;
}

interface Named {
  name: string;
  text: string;
}

/** The remembered keyring, which is opened into `keyring`. What is sealed anew is written by the background. */
export async function vaultOf<Kept extends Named>(keyring: Signal<readonly Kept[]>): Promise<KeyVault> {
  const state = await followState();
  return {
    state,
    async remember(passphrase) {
      await writeVaultKey(await vaultKeyOf(passphrase, crypto.getRandomValues(new Uint8Array(saltBytes))));
      await sealKeyring();
    },
    async unlock(passphrase) {
      const { [vaultName]: vault } = await browser.storage.local.get(vaultName);
      const opened = await openVault(vault, passphrase);
      if (!opened.ok) return opened.fault;
      keyring.value = joined(keyring.peek(), keptIn<Kept>(opened.value));
      await writeVaultKey(opened.key);
      return undefined;
    },
    async forget() {
      await browser.storage.session.remove(vaultKeyName);
      await browser.storage.local.remove(vaultName);
    },
  };
}

async function followState(): Promise<ReadonlySignal<VaultState>> {
  const state = signal<VaultState>('none');
  const { session, local } = browser.storage;
  const read = async () => {
    const [key, vault] = await Promise.all([session.get(vaultKeyName), local.get(vaultName)]);
    state.value = key[vaultKeyName] ? 'open' : vault[vaultName] ? 'locked' : 'none';
  };
  session.onChanged.addListener((changes) => void (changes[vaultKeyName] && read()));
  local.onChanged.addListener((changes) => void (changes[vaultName] && read()));
  await read();
  return state;
}

/** Those of the session first, then what they lack; a text that is read in another way is another key. */
function joined<Kept extends Named>(here: readonly Kept[], remembered: readonly Kept[]): readonly Kept[] {
  const nameless = ({ name: _name, ...rest }: Kept) => JSON.stringify(rest);
  const known = new Set(here.map(nameless));
  return [...here, ...remembered.filter((each) => !known.has(nameless(each)))];
}

function keptIn<Kept extends Named>(value: unknown): readonly Kept[] {
  const { kept } = (value ?? {}) as { kept?: unknown };
  const isKept = (each: Partial<Named> | null): each is Kept =>
    typeof each?.name === 'string' && typeof each.text === 'string';
  return Array.isArray(kept) ? kept.filter(isKept) : [];
}
