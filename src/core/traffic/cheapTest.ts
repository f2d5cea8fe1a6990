/** `{"alg":""}` in base64url, and a token of nothing but that and two dots. */
const SHORTEST_HEADER = 14;
const SHORTEST = SHORTEST_HEADER + 2;

/** Characters of base64url. */
const alphabet = new Uint8Array(128);
for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_')
  alphabet[letter.charCodeAt(0)] = 1;

const equals = 0x3d;

/**
 * The cheap test, first for every text, as almost all traffic carries no token: false only where no token can be
 * found. It looks for a dot with a header's length of base64url to its left.
 */
export function mayHoldToken(text: string): boolean {
  if (text.length < SHORTEST) return false;
  for (let dot = text.indexOf('.', SHORTEST_HEADER); dot >= 0; dot = text.indexOf('.', dot + 1)) {
    if (mayEndHeader(text, dot)) return true;
  }
  return mayBeWrapped(text) || mayBeEscaped(text) || mayBeJsonForm(text);
}

function mayEndHeader(text: string, dot: number): boolean {
  let at = dot - 1;
  while (text.charCodeAt(at) === equals) at--;
  const enough = at - SHORTEST_HEADER;
  while (at > enough && alphabet[text.charCodeAt(at)] === 1) at--;
  return at === enough;
}

/** A header may be broken at the end of a line. */
const mayBeWrapped = (text: string) => text.includes('\n') && text.includes('.');

/** A dot, or the padding before it, as addresses, JSON and HTML write them. */
function mayBeEscaped(text: string): boolean {
  return (
    (text.includes('%') && /%(?:25)?(?:2e|3d)/i.test(text)) ||
    (text.includes('\\u') && /\\u00(?:2e|3d)/i.test(text)) ||
    (text.includes('&#') && /&#(?:46|x2e|61|x3d);/i.test(text))
  );
}

/** A token in JSON serialization (RFC 7515 section 7.2, RFC 7516 section 7.2) needs no dot. */
function mayBeJsonForm(text: string): boolean {
  return text.includes('{') && /^\s*\{/.test(text) && /"(?:signatures?|ciphertext)"/.test(text);
}
