import { useContext } from 'preact/hooks';
import type { Token } from '../../core/token/token';
import { verifySignature } from '../../core/verify/verify';
import { Icon } from '../Icon';
import { useShownSignature } from '../input/SignatureReason';
import { useModel } from '../model/model';
import { isLong } from '../token/reader';
import { ShownContext } from '../token/shown';
import { useAnswer } from '../useAnswer';
import { keepSeen, type SeenSet } from './seenSets';
import { originOfAddress } from './shortOrigin';

/** Says that a key seen in the traffic fits the shown token. That verifies nothing until the user takes the key. */
export function SeenMatch({ sets }: { sets: readonly SeenSet[] }) {
  const { surroundings, language } = useModel();
  const token = useContext(ShownContext)?.token;
  const verdict = useShownSignature();
  const set = useAnswer(() => setFor(token, sets), [token, sets.map(({ url }) => url).join(' ')]);
  if (!set || verdict?.state === 'verified') return null;
  return (
    <div class="remark warn" role="status">
      <Icon name="info" />
      <div>
        <p>{language.say('seen_matches', [originOfAddress(set.url)])}</p>
        <button type="button" class="link" onClick={() => keepSeen(surroundings, set)}>
          {language.say('seen_take')}
        </button>
      </div>
    </div>
  );
}

/** The first set of which a key makes the token's signature. */
async function setFor(token: Token | undefined, sets: readonly SeenSet[]): Promise<SeenSet | undefined> {
  if (!token || isLong(token.text)) return undefined;
  for (const set of sets) {
    const { state } = await verifySignature(token, set.keys);
    if (state === 'verified') return set;
  }
  return undefined;
}
