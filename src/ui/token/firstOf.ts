const MOST_LINES = 14;
const MOST_CHARACTERS = 800;
/** So little more is shown rather than folded. */
const GRACE = 200;

/** As much of the beginning of a text as is comfortable to look at; all of it when little would be left out. */
export function firstOf(text: string): string {
  const lines = text.split('\n', MOST_LINES).join('\n');
  const first = lines.slice(0, MOST_CHARACTERS);
  return text.length - first.length <= GRACE ? text : first;
}
