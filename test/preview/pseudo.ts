import type { Catalogue } from '../../src/ui/say';

const accents: Readonly<Record<string, string>> = {
  a: 'á',
  e: 'ë',
  i: 'ï',
  o: 'ô',
  u: 'ü',
  A: 'Å',
  E: 'É',
  O: 'Ø',
};

/**
 * A catalogue that shows what a translation would do to a window: every sentence accented, in brackets and half as
 * long again. What shows up without brackets is no sentence of the catalogue.
 */
export function pseudoCatalogue(catalogue: Catalogue): Catalogue {
  return Object.fromEntries(
    Object.entries(catalogue).map(([key, { message }]) => [
      key,
      { message: key === 'language' ? message : longer(message) },
    ]),
  );
}

function longer(message: string): string {
  const accented = message.replace(/[aeiouAEO]/g, (letter) => accents[letter] ?? letter);
  return `[${accented}${' ~~~'.repeat(Math.ceil(message.length / 8))}]`;
}
