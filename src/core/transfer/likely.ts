/** What was seen of an entry in passing; bits. */
export const seen = { telling: 1, sensitive: 2, body: 4, encoded: 8, address: 16 } as const;

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

/** The words by their last letter; most texts end in none of these. */
const byLast: (typeof words)[] = [];
for (const each of words) {
  const last = each[0].charCodeAt(each[0].length - 1);
  byLast[last] = [...(byLast[last] ?? []), each];
}
const isLast = Uint8Array.from({ length: 256 }, (_, code) => (byLast[code] ? 1 : 0));

/** What the word tells that ends before `end`. */
export function tellsBefore(text: string, end: number): number {
  const last = text.charCodeAt(end - 1);
  if (isLast[last] !== 1) return 0;
  for (const [word, tells] of byLast[last] ?? []) {
    if (text.charCodeAt(end - 2) === word.charCodeAt(word.length - 2) && text.endsWith(word, end))
      return tells;
  }
  return 0;
}

/** What a number tells that begins with the 4 at `at`: it may be a status by which a server refuses. */
export function tellsAsStatus(text: string, at: number): number {
  const last = text.charCodeAt(at + 2);
  return text.charCodeAt(at + 1) === 0x30 && (last === 0x31 || last === 0x33) ? seen.telling : 0;
}
