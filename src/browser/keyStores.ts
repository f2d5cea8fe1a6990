import type { Signal } from '@preact/signals';
import { isPrivate } from './privateTab';
import { followSeen } from './seenKeys';
import { vaultOf } from './vault';

/** Where keys come from besides the key box: the remembered keyring, and the traffic. */
export async function keyStoresOf<Kept extends { name: string; text: string }>(
  keyring: Signal<readonly Kept[]>,
  tabId: number | undefined,
) {
  const [seen, hidden] = await Promise.all([followSeen(), isPrivate(tabId)]);
  return { seen, ...(!hidden && { vault: await vaultOf(keyring) }) };
}
