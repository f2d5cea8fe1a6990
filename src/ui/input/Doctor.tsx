import { type Diagnosis, diagnose, type GivenKey } from '../../core/verify/doctor/doctor';
import { Icon } from '../Icon';
import { useLanguage, useModel } from '../model/model';
import { Settling } from '../Settling';
import { inWorker, isLong } from '../token/reader';
import { useShown } from '../token/shown';
import { useAnswer } from '../useAnswer';
import { RemedyButton } from './RemedyButton';

/** A key that may be the matter; a kept one has a name. */
interface Suspect extends GivenKey {
  name?: string;
}

/** Why the signature does not match: the usual mix-up that explains it and what to do, or all that was tried. */
export function Doctor() {
  const { surroundings, tokens, language } = useModel();
  const { key, encoding } = surroundings.draft.value;
  const { token } = useShown();
  const kept = surroundings.keyring.value;
  const suspects: readonly Suspect[] = [...(key === '' ? [] : [{ text: key, encoding }]), ...kept];
  const long = isLong(token.text);
  const diagnosis = useAnswer(
    async (unwanted) => {
      const others = tokens.peek().map(({ text }) => text);
      const found = long
        ? await inWorker({ name: 'diagnose', args: [token.text, suspects] }, unwanted)
        : await diagnose(token, suspects, others);
      return { ...found, suspects };
    },
    [token, key, encoding, kept],
  );
  if (long && !diagnosis) return <p role="status">{language.say('doctor_busy')}</p>;
  return (
    <>
      {!diagnosis && <Settling />}
      <div role="status">{diagnosis && <Finding {...diagnosis} />}</div>
    </>
  );
}

function Finding({ remedy, keyIndex = -1, tried, suspects }: Diagnosis & { suspects: readonly Suspect[] }) {
  const language = useLanguage();
  const name = suspects[keyIndex]?.name;
  if (remedy) {
    const text = language.code('doctor', remedy.code, remedy.values);
    return (
      <div class="remark remedy">
        <Icon name="done" />
        <div>
          <p>{name === undefined ? text : language.say('doctor_of_key', [name, text])}</p>
          <RemedyButton
            remedy={remedy}
            keptText={name === undefined ? undefined : suspects[keyIndex]?.text}
          />
        </div>
      </div>
    );
  }
  return tried.length === 0 ? null : (
    <div class="remark soft">
      <Icon name="search" />
      <div>
        <p>{language.say('doctor_none')}</p>
        <details class="folded tried">
          <summary>
            <Icon name="fold" />
            {language.say('doctor_tried_title')}
          </summary>
          <ul>
            {tried.map((code) => (
              <li key={code}>{language.code('doctor_tried', code)}</li>
            ))}
          </ul>
        </details>
      </div>
    </div>
  );
}
