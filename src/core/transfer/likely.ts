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

const byEnding: (typeof words)[] = [words.slice(0, 0)];
/** Number of the words that end in two letters, by their character codes. */
const endings = new Uint8Array(1 << 16);
for (const each of words) {
  const ending = endingAt(each[0], each[0].length);
  endings[ending] ||= byEnding.push([]) - 1;
  byEnding[endings[ending]] = [...(byEnding[endings[ending]] ?? []), each];
}

function endingAt(text: string, end: number): number {
  return ((text.charCodeAt(end - 2) & 0xff) << 8) | (text.charCodeAt(end - 1) & 0xff);
}

/** What the word tells that ends before `end`. */
export function tellsBefore(text: string, end: number): number {
  const known = endings[endingAt(text, end)];
  if (!known) return 0;
  const word = byEnding[known]?.find(([each]) => text.endsWith(each, end));
  return word ? word[1] : 0;
}

/** What a number tells that begins with the 4 at `at`: it may be a status by which a server refuses. */
export function tellsAsStatus(text: string, at: number): number {
  const last = text.charCodeAt(at + 2);
  return text.charCodeAt(at + 1) === 0x30 && (last === 0x31 || last === 0x33) ? seen.telling : 0;
}
