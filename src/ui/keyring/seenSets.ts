import type { Key } from '../../core/key/key';
import { readKeys } from '../../core/key/readKeys';
import type { Seen } from '../../core/key/seen';
import type { KeptKey, Surroundings } from '../surroundings';
import { addKeys } from './addKeys';
import { originOfAddress } from './shortOrigin';

/** A set of keys that was seen, read. */
export interface SeenSet {
  url: string;
  text: string;
  keys: readonly Key[];
}

const sets = new WeakMap<Seen, SeenSet>();

/** The sets that were seen and are not on the keyring yet. Each is read once. */
export function seenSets(seen: readonly Seen[], kept: readonly KeptKey[]): readonly SeenSet[] {
  const known = new Set(kept.map(({ text }) => text));
  return seen.flatMap((each) =>
    each.kind === 'keys' && !known.has(each.text) ? [setOf(each, each.text)] : [],
  );
}

function setOf(seen: Seen, text: string): SeenSet {
  const known = sets.get(seen);
  if (known) return known;
  const reading = readKeys(text, undefined, 'traffic');
  const set = { url: seen.url, text, keys: reading.ok ? reading.keys : [] };
  sets.set(seen, set);
  return set;
}

/** Puts a set on the keyring, with where it was seen: what it verifies is worth as much as that place. */
export function keepSeen(surroundings: Surroundings, { url, text }: SeenSet): void {
  void addKeys(surroundings, [{ name: originOfAddress(url), text, seenAt: url }]);
}
