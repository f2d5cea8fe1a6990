import { type Diagnosis, diagnose } from '../../core/verify/doctor/doctor';
import { Icon } from '../Icon';
import { useLanguage, useModel } from '../model/model';
import { inWorker, isLong } from '../token/reader';
import { useShown } from '../token/shown';
import { useAnswer } from '../useAnswer';
import { RemedyButton } from './RemedyButton';

/** Why the signature does not match: the usual mix-up that explains it and what to do, or all that was tried. */
export function Doctor() {
  const { key, encoding } = useModel().surroundings.draft.value;
  const { token } = useShown();
  const { say } = useLanguage();
  const long = isLong(token.text);
  const diagnosis = useAnswer(
    (unwanted) =>
      long
        ? inWorker({ name: 'diagnose', args: [token.text, key, encoding] }, unwanted)
        : diagnose(token, key, encoding),
    [token, key, encoding],
  );
  if (long && !diagnosis) return <p role="status">{say('doctor_busy')}</p>;
  return <div role="status">{diagnosis && <Finding diagnosis={diagnosis} />}</div>;
}

function Finding({ diagnosis: { remedy, tried } }: { diagnosis: Diagnosis }) {
  const language = useLanguage();
  if (remedy)
    return (
      <div class="remark remedy">
        <Icon name="done" />
        <div>
          <p>{language.code('doctor', remedy.code, remedy.values)}</p>
          <RemedyButton remedy={remedy} />
        </div>
      </div>
    );
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
