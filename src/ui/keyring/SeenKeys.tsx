import type { Seen } from '../../core/key/seen';
import { Icon } from '../Icon';
import { useModel } from '../model/model';
import { SeenMatch } from './SeenMatch';
import { keepSeen, type SeenSet, seenSets } from './seenSets';
import { originOfAddress } from './shortOrigin';

/** Of more sets the newest are offered. */
const MOST_SETS = 5;

/** Keys that answers in the traffic held: one click puts a set on the keyring, marked with where it was seen. */
export function SeenKeys({ seen }: { seen: readonly Seen[] }) {
  const { surroundings, language } = useModel();
  const sets = seenSets(seen, surroundings.keyring.value);
  if (sets.length === 0) return null;
  return (
    <>
      <SeenMatch sets={sets} />
      <ul class="kept" aria-label={language.say('seen_title')}>
        {sets.slice(0, MOST_SETS).map((set) => (
          <SeenRow key={set.url} set={set} />
        ))}
      </ul>
    </>
  );
}

function SeenRow({ set }: { set: SeenSet }) {
  const { surroundings, language } = useModel();
  const where = originOfAddress(set.url);
  return (
    <li>
      <Icon name="key" />
      <span class="grow" title={set.url}>
        {language.count('seen_keys', set.keys.length, [where])}
      </span>
      <button
        type="button"
        class="chip"
        aria-label={language.say('seen_keep_of', [where])}
        onClick={() => keepSeen(surroundings, set)}
      >
        {language.say('seen_keep')}
      </button>
    </li>
  );
}
