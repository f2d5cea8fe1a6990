/** Letters that are drawn as nothing: the grapheme joiner and the fillers of Hangul and Khmer. */
const fillers = '\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0';

/**
 * Characters that are not seen, or that change the order in which others are shown: controls, and what Unicode calls
 * format characters (zero-width ones, bidirectional marks, tags), line and paragraph separators.
 */
const hidden = new RegExp(`[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}${fillers}]`, 'u');

export function hasHiddenCharacters(text: string): boolean {
  return hidden.test(text);
}
