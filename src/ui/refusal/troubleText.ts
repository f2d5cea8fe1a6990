import type { Trouble, TroubleCode } from '../../core/refusals/trouble';
import type { Language } from '../language';
import { offsetText } from './evidenceText';

type Words = (values: readonly string[], language: Language) => readonly string[];

const span: Words = ([seconds], { duration }) => [duration(Math.abs(Number(seconds)))];

/** How the figures of a trouble are written; of all others they stand as they are. */
const written: Partial<Record<TroubleCode, Words>> = {
  'family-revoked': span,
  'refresh-after-expiry': span,
  'stale-token': ([count = '', seconds], { duration }) => [count, duration(Number(seconds))],
  'clock-off': ([seconds, origins = ''], { duration }) => [duration(Math.abs(Number(seconds))), origins],
  'zone-shift': ([seconds, zones = '', claim = ''], language) => [
    offsetText(Number(seconds), language),
    zones,
    claim,
  ],
  'issued-in-future': span,
  'expires-before-issue': span,
  'born-expired': span,
  'lives-too-long': span,
  'lives-too-short': span,
};

/** The sentence that tells of a trouble. */
export function troubleText({ code, values }: Pick<Trouble, 'code' | 'values'>, language: Language): string {
  const texts = written[code]?.(values, language) ?? values;
  if (code === 'clock-off' && Number(values[0]) < 0) return language.say('trouble_clock_off_behind', texts);
  if (code === 'family-revoked' && values[0] === '') return language.say('trouble_family_revoked_unseen');
  return language.code('trouble', code, texts);
}
