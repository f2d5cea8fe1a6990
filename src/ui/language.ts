import { codeKey, type MessageKey, type Say } from './say';
import { createTimes, type Times } from './times';

/** Sentences that differ by number: `rows_one`, `rows_other`. The key without its plural form. */
export type CountKey = MessageKey extends infer K ? (K extends `${infer Base}_other` ? Base : never) : never;

/** Everything that depends on the reader's language. */
export interface Language extends Times {
  say: Say;
  /** The sentence for a number of things; the number is $1, further values follow. */
  count(key: CountKey, count: number, values?: readonly string[]): string;
  /** The sentence for a code of core; empty when there is none. */
  code(family: string, code: string, values?: readonly string[]): string;
  number(value: number): string;
}

/**
 * Sentences, numbers and times in the catalogue's own language. Where the reader has a regional form of that
 * language ("en-GB"), numbers and dates follow it.
 */
export function createLanguage(
  say: Say,
  preferred: readonly string[] = navigator.languages,
  inUtc?: () => boolean,
): Language {
  const language = say('language');
  const [own] = language.split('-');
  const locale = preferred.find((tag) => tag.split('-')[0] === own) ?? language;
  const numbers = new Intl.NumberFormat(locale);
  let rules: Intl.PluralRules | undefined;
  const form = (key: CountKey, count: number) => {
    rules ??= new Intl.PluralRules(locale);
    return `${key}_${rules.select(count)}` as MessageKey;
  };
  return {
    ...createTimes(locale, inUtc),
    say,
    count(key, count, values = []) {
      const all = [numbers.format(count), ...values];
      return say(form(key, count), all) || say(`${key}_other`, all);
    },
    code: (family, code, values) => say(codeKey(family, code), values),
    number: (value) => numbers.format(value),
  };
}
