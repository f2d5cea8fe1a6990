import type { Language } from '../language';

const HOUR = 3_600;

/** How much later or earlier a time is: "58 min later", "1 hr 30 min earlier". Seconds. */
export function timeShift(seconds: number, language: Language): string {
  const length = Math.abs(seconds);
  const rest = length % 60;
  const short = length < HOUR ? [length - rest, rest].filter((part) => part > 0) : [];
  const text = short.length > 0 ? short.map(language.duration).join(' ') : language.countdown(length);
  return language.say(seconds < 0 ? 'cmp_earlier' : 'cmp_later', [text]);
}
