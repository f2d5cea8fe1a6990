import { jwtDecodeView } from '../../core/token/jwtDecodeView';
import { Icon } from '../Icon';
import { useLanguage } from '../model/model';
import { JwtDecodeDifferences } from './JwtDecodeDifferences';
import { LongText } from './LongText';
import { useShown } from './shown';

/** What a front end that uses jwt-decode would see, run for real, and where that differs from the truth. */
export function JwtDecode() {
  const language = useLanguage();
  const { differences, payload, payloadError, headerError, leftOut } = jwtDecodeView(useShown().token);
  const count = differences.length;
  const outcome = count > 0 ? language.count('jwtview_differences', count) : language.say('jwtview_same');
  const refusal = payloadError ?? headerError;
  return (
    <details class="folded jwtdecode">
      <summary>
        <Icon name="fold" />
        <h3>{language.say('jwtview_title')}</h3>
        <span class={count > 0 || refusal ? 'warn' : 'soft'}>
          {language.say(leftOut ? 'jwtview_left_out' : refusal ? 'jwtview_refused' : 'jwtview_any', [
            outcome,
          ])}
        </span>
      </summary>
      <JwtDecodeDifferences differences={differences} />
      {refusal !== undefined && <LongText text={refusal} />}
      {payload !== undefined && <LongText text={asJson(payload)} />}
    </details>
  );
}

/** As the front end would print it. What is nested too deep for JSON.stringify is not printed there either. */
function asJson(value: unknown): string {
  try {
    return JSON.stringify(value, null, 2);
  } catch (error) {
    return String(error);
  }
}
