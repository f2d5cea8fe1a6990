import { encodeBase64url } from '../../token/base64url';
import type { Token } from '../../token/token';
import { fitsKind } from '../algorithms';
import type { Patient, Trial } from './trial';

/** How software on the way may have written the same JSON: the signature then fits what stood there before. */
const writings: readonly { name: string; write(value: unknown): string }[] = [
  { name: 'compact', write: (value) => JSON.stringify(value) },
  { name: 'python', write: (value) => withSpaces(JSON.stringify(value)) },
  { name: 'python-ascii', write: (value) => asciiOnly(withSpaces(JSON.stringify(value))) },
  { name: 'ascii', write: (value) => asciiOnly(JSON.stringify(value)) },
  { name: 'sorted', write: (value) => JSON.stringify(sorted(value)) },
  { name: 'pretty', write: (value) => JSON.stringify(value, null, 2) },
  { name: 'slashes', write: (value) => JSON.stringify(value).replaceAll('/', '\\/') },
];

/** Guesses that header or payload were decoded and written anew after signing. */
export function payloadTrials({ signed, keys }: Patient, token: Token): readonly Trial[] {
  const header = textsOf(token, 'header');
  const payload = textsOf(token, 'payload');
  const inputs = header.flatMap((left) =>
    payload.map((right) => ({ text: `${left.text}.${right.text}`, name: right.name ?? left.name })),
  );
  const others = inputs.filter(({ name }) => name !== undefined);
  return keys.flatMap((key) =>
    signed.rows
      .filter((row) => fitsKind(row, key))
      .flatMap((row) =>
        others.map(({ text, name = '' }) => {
          const input = new TextEncoder().encode(text);
          return {
            code: 'payload-rewritten' as const,
            values: [name],
            key,
            row,
            signature: signed.signature,
            input,
          };
        }),
      ),
  );
}

/** The part as it stands, and as each writer would have written it. */
function textsOf(token: Token, name: 'header' | 'payload'): readonly { text: string; name?: string }[] {
  const part = token.parts.find((each) => each.name === name);
  const plain = part ? token.text.slice(part.span.start, part.span.end) : '';
  if (!part?.json || part.text === undefined) return [{ text: plain }];
  const value = parsed(part.text);
  if (value === undefined) return [{ text: plain }];
  return [
    { text: plain },
    ...writings.map(({ name: writer, write }) => ({ text: encode(write(value)), name: writer })),
    { text: encode(part.text.trim()), name: 'trimmed' },
    { text: encode(`${part.text}\n`), name: 'newline' },
  ].filter(({ text }, at) => at === 0 || text !== plain);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function encode(text: string): string {
  return encodeBase64url(new TextEncoder().encode(text));
}

/** Python's json.dumps puts a space behind each colon and comma outside of texts. */
function withSpaces(json: string): string {
  return json.replace(/"(?:[^"\\]|\\.)*"|[:,]/g, (piece) =>
    piece === ':' || piece === ',' ? `${piece} ` : piece,
  );
}

function asciiOnly(json: string): string {
  return json.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([name, member]) => [name, sorted(member)]));
}
