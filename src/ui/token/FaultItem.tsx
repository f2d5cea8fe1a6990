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

/**
 * Where a fault stands, as exactly as can be said: its part, the line and column in its JSON, the byte in it, and the
 * character of the token. All counted from 1.
 */
function placeOf({ part, line, column, byte, at }: Fault, language: Language): string {
  const character = language.say('place_character', [language.number(at + 1)]);
  const places = [
    part && language.code('part', part),
    line !== undefined &&
      column !== undefined &&
      language.say('place_line', [language.number(line), language.number(column)]),
    byte !== undefined && language.say('place_byte', [language.number(byte + 1)]),
    part ? language.say('place_of_token', [character]) : character,
  ];
  const said = places.filter((place) => typeof place === 'string');
  return said.reduce((before, place) => language.say('place_in_part', [before, place]));
}
