import { stepToItem, stepToMember } from '../token/jsonPath';
import { inField, inPairs, inPiece } from './carriers';
import { mayHoldToken as mayHold } from './cheapTest';
import type { Capture, Carrier } from './exchange';
import { maySpeakOfTokens, opaqueKindOf } from './opaque';

/** Longer bodies are not read: they would cost the page's developer more than they tell. Characters. */
export const LONGEST_BODY = 5_000_000;

/** Media types whose bodies are text that may hold a token; browsers say x-unknown where the server says nothing. */
const textual =
  /json|^text\/|javascript|ecmascript|xml|x-www-form-urlencoded|multipart\/form-data|graphql|x-unknown/i;

/** Whether a body of this media type and length (characters or bytes) is worth reading. An unknown type is. */
export function mayHoldToken(mediaType: string | undefined, length: number): boolean {
  return length <= LONGEST_BODY && (!mediaType || textual.test(mediaType));
}

/**
 * The captures in a body that is no longer (characters) than is to be read; the carrier's name is the path in JSON, the
 * field of a form, else empty.
 */
export function inBody(
  place: Carrier['place'],
  text: string,
  mediaType = '',
  longest = LONGEST_BODY,
): Capture[] {
  if (text.length > longest) return [];
  if (/x-www-form-urlencoded/i.test(mediaType)) return inPairs(place, text);
  if (!mayHold(text) && !maySpeakOfTokens(text)) return [];
  if (isMultipart(text, mediaType)) return inParts(place, text);
  const named = inJson(place, text);
  return named.length > 0 ? named : distinct(inPiece(place, '', text));
}

/** Firefox and Chromium give some bodies without their media type; a multipart one begins with its boundary. */
const isMultipart = (text: string, mediaType: string) =>
  /multipart\/form-data/i.test(mediaType) ||
  (mediaType === '' && /^--[^\r\n]+\r\ncontent-disposition:/i.test(text));

/** The parts of a form (RFC 7578 section 4.2), by the name in their Content-Disposition. */
function inParts(place: Carrier['place'], text: string): Capture[] {
  return text.split(/\r?\n--/).flatMap((part) => {
    const [head = '', ...rest] = part.split(/\r?\n\r?\n/);
    const name = /;\s*name="([^"]*)"/i.exec(head)?.[1] ?? '';
    return inPart(place, name, rest.join('\n\n'));
  });
}

/** A named text may hold JSON: GraphQL's `operations` do, where a file is uploaded, and many a value in storage. */
export function inPart(place: Carrier['place'], name: string, content: string): Capture[] {
  const within = inJson(place, content).map((capture) => ({
    ...capture,
    carrier: { place, name: `${name}${capture.carrier.name.slice(1)}` },
  }));
  return within.length > 0 ? within : inField(place, name, content.trim(), opaqueKindOf(name));
}

/** Cheap test for what an object's member says of the text that it holds. */
const oauthMember = /"(?:access|refresh|id|subject|actor)_?token"\s*:|"device_?code"\s*:/i;

/** The strings of a JSON text, each with its path: $.data.tokens[0].access_token. */
function inJson(place: Carrier['place'], text: string): Capture[] {
  if (!/^\s*[[{"]/.test(text) || (!mayHold(text) && !oauthMember.test(text))) return [];
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch {
    return [];
  }
  const captures: Capture[] = [];
  const waiting: Waiting[] = [['$', root, '']];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [path, value, name] = next;
    if (typeof value === 'string') captures.push(...inField(place, path, value, kindOfMember(name)));
    else if (Array.isArray(value))
      waiting.push(...value.map((item, i): Waiting => [path + stepToItem(i), item, '']).reverse());
    else if (typeof value === 'object' && value !== null) waiting.push(...members(path, value));
  }
  return captures;
}

/** A value that is still to be looked at; of a member of an object its name. */
type Waiting = [path: string, value: unknown, name: string];

/** A member that is merely named token may be anything. */
function kindOfMember(name: string): ReturnType<typeof opaqueKindOf> {
  const kind = opaqueKindOf(name);
  return kind === 'token' ? undefined : kind;
}

/** The members of an object in reverse, as they are taken from the end. */
function members(path: string, value: object): Waiting[] {
  return Object.entries(value)
    .map(([name, member]): Waiting => [path + stepToMember(name), member, name])
    .reverse();
}

function distinct(captures: readonly Capture[]): Capture[] {
  return [...new Map(captures.map((capture) => [capture.token, capture])).values()];
}
