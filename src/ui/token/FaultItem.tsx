import type { Fault } from '../../core/token/token';
import type { Language } from '../language';
import { useLanguage } from '../model/model';

/** One thing that is wrong, and where. */
export function FaultItem({ fault }: { fault: Fault }) {
  const language = useLanguage();
  return (
    <li>
      {language.code('fault', fault.code, fault.values)} <span class="soft">{placeOf(fault, language)}</span>
    </li>
  );
}

/** Tells the faults of a list apart. */
export const faultKey = ({ code, at, line, column, values }: Fault) =>
  [code, at, line, column, values].join(' ');

/** Where a fault stands: its part, and the line and column in it or the character of the token. Counted from 1. */
function placeOf({ part, line, column, at }: Fault, language: Language): string {
  const place =
    line !== undefined && column !== undefined
      ? language.say('place_line', [language.number(line), language.number(column)])
      : language.say('place_character', [language.number(at + 1)]);
  return part ? language.say('place_in_part', [language.code('part', part), place]) : place;
}
