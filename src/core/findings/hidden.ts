/** Letters that are drawn as nothing: the grapheme joiner and the fillers of Hangul and Khmer. */
const fillers = new Set([0x34f, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x3164, 0xffa0]);

/**
 * True when a text has characters that are not seen, or that change the order in which others are shown: controls, and
 * what Unicode calls format characters (zero-width ones, bidirectional marks, tags), line and paragraph separators.
 */
export function hasHiddenCharacters(text: string): boolean {
  return (
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(text) ||
    [...text].some((each) => fillers.has(each.codePointAt(0) ?? 0))
  );
}
