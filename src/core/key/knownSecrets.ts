import { encodeBase64url } from '../token/base64url';
import { decodeBase64, decodeStrict } from './base64';
import { printedKeys, printedSecrets } from './printedSecrets';

const LONGEST_BYTES = 160;

const plain: ReadonlySet<string> = new Set(printedSecrets.map(plainOf));
const withoutSeparators: ReadonlySet<string> = new Set([...plain].map(packed));

/** Separators, case, quotes around and a trailing mark don't make a printed secret a new one. */
function plainOf(text: string): string {
  return text
    .toLowerCase()
    .trim()
    .replace(/[\s_.-]+/g, '-')
    .replace(/^["'`]|["'`]$/g, '')
    .replace(/!+$/, '');
}

function packed(text: string): string {
  return text.replaceAll('-', '');
}

function isPrinted(secret: Uint8Array): boolean {
  const text = plainOf(new TextDecoder().decode(secret));
  const withoutCount = text.replace(/-?\d{1,4}$/, '');
  return [text, withoutCount].some(
    (each) => each !== '' && (plain.has(each) || withoutSeparators.has(packed(each))),
  );
}

let variants: ReadonlySet<string> | undefined;

/** True when the secret is on the list, or is a simple variant of one that is. */
export function isWellKnown(secret: Uint8Array): boolean {
  if (secret.length === 0 || secret.length > LONGEST_BYTES) return false;
  if (isPrinted(secret)) return true;
  variants ??= new Set([...knownSecrets()].map(encodeBase64url));
  return variants.has(encodeBase64url(secret));
}

/** How a printed secret is written elsewhere: other separators, other case, what is put behind to make it one's own. */
function spellingsOf(text: string): readonly string[] {
  const joined = [text, ...['-', '_', '', ' '].map((separator) => text.replace(/[\s_-]+/g, separator))];
  const cased = joined.flatMap((each) => [
    each,
    each.toLowerCase(),
    each.toUpperCase(),
    each.replace(/^[a-z]/, (letter) => letter.toUpperCase()),
    each.replace(/(^|[-_ ])[a-z]/g, (letters) => letters.toUpperCase()),
  ]);
  const camel = text.replace(/[\s_-]+([a-z])/g, (_whole, letter: string) => letter.toUpperCase());
  const ends = ['!', '1', '123', '\n'].map((end) => text + end);
  return [...new Set([...cased, camel, camel.replace(/^[a-z]/, (letter) => letter.toUpperCase()), ...ends])];
}

/** The secrets that everybody knows, with their simple variants: about ten thousand. */
export function* knownSecrets(): Generator<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  for (const text of printedSecrets) {
    for (const spelling of spellingsOf(text)) yield encoder.encode(spelling);
    const decoded = decodeBase64(text) ?? decodeStrict(text);
    if (decoded && text.length > 20) yield decoded;
    yield encoder.encode(encodeBase64url(encoder.encode(text)));
  }
  for (const key of printedKeys) yield decodeStrict(key) ?? new Uint8Array(1);
}
