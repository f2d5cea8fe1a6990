/** What was seen of an entry in passing; bits. */
export const seen = { telling: 1, sensitive: 2, body: 4, encoded: 8, address: 16, header: 32 } as const;

/** Where the header of a token may begin: base64url of a brace, or of white space or a byte order mark before it. */
const beginsHeader = /(?:e[yw]|I[ACH]|C[ginQSX]|D[QSX]|77)[\w-]{12}/;
/** A dot with such a header before it; a dot as addresses, HTML and JSON may write it. */
const endsHeader = /\.(?<=[eICD7][\w-]{13,}=*\.)/;
const escapedDot = /%(?:25)?2e|&#(?:46|x2e);|\\u002e/i;

/** Cheap test on the text of an entry, before it is parsed: false only where no compact token can be found. */
export const mayHoldToken = (entry: string): boolean =>
  beginsHeader.test(entry) && (endsHeader.test(entry) || escapedDot.test(entry));

const namesToken = /oken|evice_?[cC]ode|ignature|iphertext/;

/** The same of a body, of which more can tell: opaque tokens by their names, and tokens as JSON. */
export const mayMatter = (body: string): boolean => beginsHeader.test(body) || namesToken.test(body);

/** A base64 body that is no picture or the like may hold anything. */
const notMedia = /"mimeType"\s*:\s*"(?!(?:image|audio|video|font)\b)/;

export const mayHideToken = (entry: string): boolean => notMedia.test(entry);

/** What else makes an entry worth reading, or tells of the file: words, where they end a string. */
const words: readonly (readonly [word: string, tells: number])[] = [
  // Opaque tokens by the names that OAuth gives them, and in the header that is made for them.
  ['oken', seen.telling],
  ['evice_code', seen.telling],
  ['eviceCode', seen.telling],
  ['uthorization', seen.telling | seen.sensitive],
  ['ookie', seen.sensitive],
  // The JSON serializations need no dot (RFC 7515 section 7.2, RFC 7516 section 7.2).
  ['ignature', seen.telling],
  ['ignatures', seen.telling],
  ['iphertext', seen.telling],
  ['"text', seen.body],
  ['"url', seen.address],
  ['"base64', seen.encoded],
  // A binary message, and what our own exports hold.
  ['"opcode', seen.telling],
  ['"_claimscope', seen.telling],
  ['"captures', seen.telling],
  ['"401', seen.telling],
  ['"403', seen.telling],
];

const encoder = new TextEncoder();

/** The words as bytes, and by their last two letters whether there is one: most texts end in none of these. */
const ends = words.map(([word, tells]) => ({ bytes: encoder.encode(word), tells }));
const isEnd = new Uint8Array(65_536);
for (const { bytes } of ends) isEnd[lastTwo(bytes, bytes.length)] = 1;

function lastTwo(text: Uint8Array, end: number): number {
  return ((text[end - 2] as number) << 8) | (text[end - 1] as number);
}

/** What the word tells that ends before `end`. */
export function tellsBefore(text: Uint8Array, end: number): number {
  if (isEnd[lastTwo(text, end)] !== 1) return 0;
  for (const { bytes, tells } of ends) if (stands(text, end - bytes.length, bytes)) return tells;
  return 0;
}

/** Whether these bytes stand at `from`. */
function stands(text: Uint8Array, from: number, bytes: Uint8Array): boolean {
  for (let at = bytes.length - 1; at >= 0; at--) if (text[from + at] !== bytes[at]) return false;
  return true;
}

/** What a number tells that begins with the 4 at `at`: it may be a status by which a server refuses. */
export function tellsAsStatus(text: Uint8Array, at: number): number {
  const last = text[at + 2];
  return text[at + 1] === 0x30 && (last === 0x31 || last === 0x33) ? seen.telling : 0;
}

/** Characters of base64url. */
const alphabet = new Uint8Array(256);
for (const code of encoder.encode('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'))
  alphabet[code] = 1;
const SHORTEST_HEADER = 14;
const equals = 0x3d;

/** What the dot at `dot` tells: it may end the header of a token. */
export function tellsAsDot(text: Uint8Array, dot: number): number {
  let at = dot - 1;
  // Most stand behind a short word.
  if (alphabet[text[dot - 3] as number] !== 1 && text[at] !== equals) return 0;
  while (text[at] === equals) at--;
  const enough = at - SHORTEST_HEADER;
  while (at > enough && alphabet[text[at] ?? 0] === 1) at--;
  return at === enough ? seen.header : 0;
}

/** How an escaped dot begins, as far as it takes to tell it from almost all else, by its first character. */
const beginnings: Uint8Array[] = [];
for (const beginning of ['%2', '&#', '\\u002'])
  beginnings[beginning.charCodeAt(0)] = encoder.encode(beginning);

/** What the character at `at` tells, with which an escaped dot may begin. */
export function tellsAsEscape(text: Uint8Array, at: number): number {
  const beginning = beginnings[text[at] ?? 0];
  return beginning && stands(text, at, beginning) ? seen.header : 0;
}
