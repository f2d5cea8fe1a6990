import type { KeptKey, Surroundings } from '../surroundings';

/** Puts keys on the keyring; those of a private window are marked, so that they never reach the disk. */
export async function addKeys(
  { keyring, isPrivate, page }: Surroundings,
  keys: readonly KeptKey[],
): Promise<void> {
  const hidden = await isPrivate(page.value?.tabId);
  keyring.value = [...keyring.value, ...keys.map((key) => (hidden ? { ...key, hidden } : key))];
}
