const alphabet = new Uint8Array(128);
for (const character of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_') {
  alphabet[character.charCodeAt(0)] = 1;
}

/** True where a character of base64url (RFC 4648 section 5) stands, without padding. */
export function isAlphabet(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 128 && alphabet[code] === 1;
}

/** Where the base64url characters begin that end at `end`, not before `from`. */
export function wordStart(text: string, end: number, from: number): number {
  let start = end;
  while (start > from && isAlphabet(text, start - 1)) start--;
  return start;
}
