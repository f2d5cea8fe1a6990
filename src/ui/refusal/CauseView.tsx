import type { RankedCause } from '../../core/refusals/explain';
import { useLanguage } from '../model/model';
import { Visible } from '../Visible';
import { evidenceText } from './evidenceText';

/** One cause: what it is, what points to it, what to do. */
export function CauseView({ cause: { code, certainty, evidence } }: { cause: RankedCause }) {
  const language = useLanguage();
  const texts = [...new Set(evidence.map((each) => evidenceText(each, language)))];
  return (
    <div class="cause">
      <p class="cause-title">
        <strong>{language.code('refusal', code)}</strong>{' '}
        <span class="certainty">{language.code('refusal', certainty)}</span>
      </p>
      <p>{language.code('refusal_do', code)}</p>
      {texts.length > 0 && (
        <ul class="evidence soft" aria-label={language.say('refusal_evidence')}>
          {texts.map((text) => (
            <li key={text}>
              <Visible text={text} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
