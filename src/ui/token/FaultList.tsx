import type { Fault, Token } from '../../core/token/token';
import { Icon } from '../Icon';
import type { Language } from '../language';
import { useLanguage } from '../model/model';
import type { MessageKey } from '../say';
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
          <li key={`${fault.code} ${fault.at} ${fault.line} ${fault.column}`}>
            {language.code('fault', fault.code, fault.values)}{' '}
            <span class="soft">{placeOf(fault, language)}</span>
          </li>
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

/** Where a fault stands: its part, and the line and column in it or the character of the token. Counted from 1. */
function placeOf({ part, line, column, at }: Fault, language: Language): string {
  const place =
    line !== undefined && column !== undefined
      ? language.say('place_line', [language.number(line), language.number(column)])
      : language.say('place_character', [language.number(at + 1)]);
  return part ? language.say('place_in_part', [language.code('part', part), place]) : place;
}
