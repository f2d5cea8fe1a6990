import { useContext } from 'preact/hooks';
import type { Token } from '../../core/token/token';
import { matchesCarriedKey, pointersOf } from '../../core/verify/carried';
import { Icon } from '../Icon';
import { useLanguage } from '../model/model';
import { isLong } from '../token/reader';
import { ShownContext } from '../token/shown';
import { useAnswer } from '../useAnswer';

/** What a key is worth that the shown token carries itself, or points at: nothing, and nothing is fetched. */
export function CarriedKey() {
  const token = useContext(ShownContext)?.token;
  return token && !isLong(token.text) ? <Carried token={token} /> : null;
}

function Carried({ token }: { token: Token }) {
  const language = useLanguage();
  const answer = useAnswer(() => matchesCarriedKey(token), [token]);
  return (
    <>
      {answer && answer !== 'none' && (
        <p class={`remark ${answer === 'differs' ? 'bad' : 'warn'}`} role="status">
          <Icon name="warning" />
          <span>{language.code('carried', answer)}</span>
        </p>
      )}
      {pointersOf(token).map(({ name, value }) => (
        <p class="remark soft" key={name}>
          <Icon name="info" />
          <span>{language.say('carried_pointer', [name, value])}</span>
        </p>
      ))}
    </>
  );
}
