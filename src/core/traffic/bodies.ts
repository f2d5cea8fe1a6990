import { inPairs, inPiece } from './carriers';
import type { Capture, Carrier } from './exchange';

/** Longer bodies are not read: they would cost the page's developer more than they tell. Characters. */
export const LONGEST_BODY = 5_000_000;

/** Media types whose bodies are text that may hold a token. */
const textual = /json|^text\/|javascript|ecmascript|xml|x-www-form-urlencoded|multipart\/form-data|graphql/i;

/** Whether a body of this media type and length (characters or bytes) is worth reading. An unknown type is. */
export function mayHoldToken(mediaType: string | undefined, length: number): boolean {
  return length <= LONGEST_BODY && (!mediaType || textual.test(mediaType));
}

/** The captures in a body; the carrier's name is the path in JSON, the field of a form, else empty. */
export function inBody(place: Carrier['place'], text: string, mediaType = ''): Capture[] {
  if (text.length > LONGEST_BODY) return [];
  if (/x-www-form-urlencoded/i.test(mediaType)) return inPairs(place, text);
  const found = inPiece(place, '', text);
  if (found.length === 0) return [];
  const named = /multipart\/form-data/i.test(mediaType) ? inFields(place, text) : inJson(place, text);
  return named.length > 0 ? named : distinct(found);
}

/** The parts of a form (RFC 7578 section 4.2), by the name in their Content-Disposition. */
function inFields(place: Carrier['place'], text: string): Capture[] {
  const parts = text.split(/\r?\n--/);
  return parts.flatMap((part) => inPiece(place, /;\s*name="([^"]*)"/i.exec(part)?.[1] ?? '', part));
}

/** The strings of a JSON text, each with its path: $.data.tokens[0].access_token. */
function inJson(place: Carrier['place'], text: string): Capture[] {
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch {
    return [];
  }
  const captures: Capture[] = [];
  const waiting: [path: string, value: unknown][] = [['$', root]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [path, value] = next;
    if (typeof value === 'string') captures.push(...inPiece(place, path, value));
    else if (Array.isArray(value))
      waiting.push(...value.map((item, i): [string, unknown] => [`${path}[${i}]`, item]).reverse());
    else if (typeof value === 'object' && value !== null) waiting.push(...members(path, value));
  }
  return captures;
}

/** The members of an object in reverse, as they are taken from the end. */
function members(path: string, value: object): [path: string, value: unknown][] {
  const step = (name: string) => (/^[A-Za-z_$][\w$]*$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`);
  return Object.entries(value)
    .map(([name, member]): [string, unknown] => [path + step(name), member])
    .reverse();
}

function distinct(captures: readonly Capture[]): Capture[] {
  return [...new Map(captures.map((capture) => [capture.token, capture])).values()];
}
