import { beforeEach, expect, test, vi } from 'vitest';
import { openVault, vaultKeyOf } from '../../src/core/key/vault';

const areas = vi.hoisted(() => {
  const area = () => {
    const items = new Map<string, unknown>();
    return {
      items,
      get: async (key: string) => ({ [key]: items.get(key) }),
      set: async (more: Record<string, unknown>) => {
        for (const [key, value] of Object.entries(more)) items.set(key, value);
      },
    };
  };
  return { session: area(), local: area() };
});
vi.mock('webextension-polyfill', () => ({ default: { storage: areas } }));

const { sealKeyring, writeVaultKey } = await import('../../src/browser/vaultStore');
const key = await vaultKeyOf('open sesame', crypto.getRandomValues(new Uint8Array(16)));

const keep = (...kept: object[]) => areas.session.items.set('keyring', { by: '', value: { kept } });
const opened = async () => {
  const vault = await openVault(areas.local.items.get('vault'), 'open sesame');
  return vault.ok ? vault.value : vault.fault;
};

beforeEach(() => {
  areas.session.items.clear();
  areas.local.items.clear();
});

test('nothing is written while no passphrase was given', async () => {
  keep({ name: 'a', text: 'plain' });
  await sealKeyring();
  expect(areas.local.items.size).toBe(0);
});

test('the keyring is sealed, but for what was kept in private windows, and with another iv each time', async () => {
  keep({ name: 'a', text: 'plain' }, { name: 'b', text: 'secret of a private window', hidden: true });
  await writeVaultKey(key);
  await sealKeyring();
  const first = areas.local.items.get('vault');
  expect(await opened()).toEqual({ kept: [{ name: 'a', text: 'plain' }] });
  await sealKeyring();
  expect(areas.local.items.get('vault')).not.toEqual(first);
  expect(JSON.stringify([...areas.local.items])).not.toContain('plain');
});

test('what is forgotten while it is being sealed is not written', async () => {
  keep({ name: 'a', text: 'plain' });
  await writeVaultKey(key);
  const sealing = sealKeyring();
  areas.session.items.delete('vaultKey');
  await sealing;
  expect(areas.local.items.size).toBe(0);
});
