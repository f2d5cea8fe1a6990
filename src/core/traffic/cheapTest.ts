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
  const first = text.indexOf('.', SHORTEST_HEADER);
  for (let dot = first; dot >= 0; dot = text.indexOf('.', dot + 1)) {
    if (mayEndHeader(text, dot)) return true;
  }
  return (first >= 0 && mayBeWrapped(text)) || mayBeEscaped(text) || mayBeJsonForm(text);
}

function mayEndHeader(text: string, dot: number): boolean {
  let at = dot - 1;
  while (text.charCodeAt(at) === equals) at--;
  const enough = at - SHORTEST_HEADER;
  while (at > enough && alphabet[text.charCodeAt(at)] === 1) at--;
  return at === enough;
}

/** A header may be broken at the end of a line. */
const mayBeWrapped = (text: string) => text.indexOf('\n') >= 0;

/** A dot, or the padding before it, as addresses, JSON and HTML write them. */
function mayBeEscaped(text: string): boolean {
  return (
    (text.indexOf('%') >= 0 && /%(?:25)?(?:2e|3d)/i.test(text)) ||
    (text.indexOf('\\') >= 0 && /\\u00(?:2e|3d)/i.test(text)) ||
    (text.indexOf('&') >= 0 && /&#(?:46|x2e|61|x3d);/i.test(text))
  );
}

const brace = 0x7b;
const space = 0x20;
const beyondAscii = 0x80;

/** A token in JSON serialization (RFC 7515 section 7.2, RFC 7516 section 7.2) needs no dot. */
function mayBeJsonForm(text: string): boolean {
  const first = text.charCodeAt(0);
  if (first !== brace && first > space && first < beyondAscii) return false;
  return /^\s*\{/.test(text) && /"(?:signatures?|ciphertext)"/.test(text);
}
