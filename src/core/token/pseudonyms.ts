/** Gives every text and number another in its place: always the same for the same, and telling nothing of it. */
export class Pseudonyms {
  readonly #texts = new Map<string, string>();
  readonly #numbers = new Map<string, string>();

  /** The pseudonym of a text, without quotes. */
  text(value: string): string {
    return numbered(this.#texts, value, 'text-');
  }

  /** The pseudonym of a number, given as it is written: `1.0` and `1` are two. */
  number(source: string): string {
    return numbered(this.#numbers, source, '');
  }
}

function numbered(known: Map<string, string>, value: string, before: string): string {
  const pseudonym = known.get(value) ?? `${before}${known.size + 1}`;
  known.set(value, pseudonym);
  return pseudonym;
}
