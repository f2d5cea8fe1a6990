import type { Fault, Token } from '../../core/token/token';
import { Icon } from '../Icon';
import { useLanguage } from '../model/model';
import type { MessageKey } from '../say';
import { FaultItem, faultKey } from './FaultItem';
import { useShown } from './shown';

/** Of more faults the first are told. */
const MOST_FAULTS = 20;

/** What is wrong with a token, each with its part and position. */
export function FaultList() {
  const { token } = useShown();
  const language = useLanguage();
  if (token.faults.length === 0) return null;
  const faults = token.faults.toSorted((one, other) => Number(isCause(other)) - Number(isCause(one)));
  const more = token.faults.length - MOST_FAULTS;
  return (
    <section class={`faults is-${token.valid ? 'warn' : 'bad'}`} aria-label={language.say('faults_title')}>
      <h3>
        <Icon name="warning" />
        {language.say(headingOf(token))}
      </h3>
      <ul>
        {faults.slice(0, MOST_FAULTS).map((fault) => (
          <FaultItem key={faultKey(fault)} fault={fault} />
        ))}
        {more > 0 && <li class="soft">{language.count('faults_more', more)}</li>}
      </ul>
    </section>
  );
}

/** What was probably done to the token says more than what came of it, so it is told first. */
const isCause = ({ code }: Fault) => code.startsWith('cause-');

/** A text with spaces was hardly meant as a token: then it is said first that none was found in it. */
function headingOf({ valid, text }: Token): MessageKey {
  if (valid) return 'faults_of_valid';
  return /\s/.test(text) ? 'faults_of_text' : 'faults_of_invalid';
}
