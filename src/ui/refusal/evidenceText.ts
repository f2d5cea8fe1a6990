import type { Evidence, EvidenceCode } from '../../core/refusals/cause';
import type { Language } from '../language';

type Values = readonly string[];
type Words = (values: Values, language: Language) => Values;

const span = (seconds: string | undefined, { duration }: Language) =>
  duration(Math.abs(Number(seconds ?? 0)));

/** How the figures of some evidence are written; all others stand as they are. */
const written: Partial<Record<EvidenceCode, Words>> = {
  'time-when-sent': ([seconds], { relative }) => [relative(Number(seconds))],
  'clock-ahead': ([seconds], language) => [span(seconds, language)],
  'zone-fits': ([seconds, zones = ''], language) => [offsetText(Number(seconds), language), zones],
  replaced: ([seconds], language) => [span(seconds, language)],
};

/** An offset from UTC in hours and minutes: +05:30. Seconds. */
export function offsetText(seconds: number, { say }: Pick<Language, 'say'>): string {
  const minutes = Math.abs(Math.round(seconds / 60));
  const pad = (value: number) => String(value).padStart(2, '0');
  return say(seconds < 0 ? 'offset_behind' : 'offset_ahead', [
    `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`,
  ]);
}

/** The sentence of a piece of evidence. */
export function evidenceText({ code, values }: Evidence, language: Language): string {
  const texts = written[code]?.(values, language) ?? values;
  if (code === 'clock-ahead' && Number(values[0]) < 0) return language.say('evidence_clock_behind', texts);
  if (code === 'message' && values[1] !== undefined && values[1] !== '')
    return language.say('evidence_message_of', texts);
  return language.code('evidence', code, texts);
}
