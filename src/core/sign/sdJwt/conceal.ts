import { encodeBase64url } from '../../token/base64url';
import { type JsonMember, type JsonNode, memberOf, type Span, sourceOf } from '../../token/json';
import {
  type Edited,
  type EditRefusal,
  objectIn,
  replaceSpan,
  setMember,
  withoutMember,
} from '../edit/members';
import { randomBytes } from '../random';

/** Names and indexes from the root of the payload to a claim, or to an element of a list. */
export type Path = readonly (string | number)[];

/** Why claims could not be made selectively disclosable. */
export const concealRefusals = [
  'not-json',
  'not-object',
  'too-many',
  'no-such-claim',
  'name-forbidden',
] as const;
export type ConcealRefusal = (typeof concealRefusals)[number];

export type Concealed =
  | { ok: true; payload: string; disclosures: readonly string[] }
  | { ok: false; code: ConcealRefusal | EditRefusal; values: readonly string[] };

/** Claims that a verifier needs to see, so that hiding them makes an SD-JWT that nobody takes (RFC 9901 section 9.7). */
export const neededClaims: ReadonlySet<string> = new Set([
  'iss',
  'aud',
  'exp',
  'nbf',
  'cnf',
  'iat',
  'vct',
  'status',
]);

const forbidden: ReadonlySet<string> = new Set(['_sd', '_sd_alg', '...']);

/**
 * Makes the claims at these paths selectively disclosable (RFC 9901 section 4.2): each becomes a disclosure, and its
 * digest takes its place. Every other byte of the payload stays. A claim within another one that is chosen too becomes
 * a disclosure within a disclosure (section 4.2.6). The digests of an object are sorted, so that they tell no order.
 */
export async function conceal(payload: string, paths: readonly Path[]): Promise<Concealed> {
  let text = payload;
  const disclosures: string[] = [];
  const deepestFirst = paths.toSorted((one, other) => other.length - one.length || lastIndex(other, one));
  for (const path of deepestFirst) {
    const step = await concealOne(text, path);
    if (!step.ok) return step;
    text = step.payload;
    disclosures.push(...step.disclosures);
  }
  if (paths.length === 0) return { ok: true, payload, disclosures };
  const hashed = setMember(text, '_sd_alg', '"sha-256"');
  return hashed.ok ? { ok: true, payload: hashed.text, disclosures } : { ...hashed, values: [] };
}

/** Elements of one list are taken from its end. */
function lastIndex(one: Path, other: Path): number {
  return Number(one.at(-1)) - Number(other.at(-1)) || 0;
}

async function concealOne(text: string, path: Path): Promise<Concealed> {
  const found = objectIn(text);
  if (!found.ok) return { ...found, values: [] };
  const last = path.at(-1);
  const holder = nodeAt(found.root, path.slice(0, -1));
  const place = path.join('.');
  if (holder?.type === 'array' && typeof last === 'number')
    return concealElement(text, holder.items[last], place);
  if (holder?.type !== 'object') return { ok: false, code: 'no-such-claim', values: [place] };
  const index = holder.members.findLastIndex(({ name }) => name === last);
  const member = holder.members[index];
  if (!member) return { ok: false, code: 'no-such-claim', values: [place] };
  if (forbidden.has(member.name)) return { ok: false, code: 'name-forbidden', values: [member.name] };
  return concealMember(text, holder.span, index, member);
}

function nodeAt(root: JsonNode, path: Path): JsonNode | undefined {
  return path.reduce<JsonNode | undefined>(
    (node, step) =>
      typeof step === 'number' && node?.type === 'array' ? node.items[step] : memberOf(node, String(step)),
    root,
  );
}

async function concealElement(text: string, item: JsonNode | undefined, place: string): Promise<Concealed> {
  if (!item) return { ok: false, code: 'no-such-claim', values: [place] };
  const disclosure = encoded(`[${salt()}, ${sourceOf(text, item)}]`);
  const digest = await digestOf(disclosure);
  const payload = replaceSpan(text, item.span, `{"...":"${digest}"}`);
  return { ok: true, payload, disclosures: [disclosure] };
}

/** The object that holds the member is edited as a text of its own, and put back in its place. */
async function concealMember(
  text: string,
  span: Span,
  index: number,
  { nameSpan, value }: JsonMember,
): Promise<Concealed> {
  const name = text.slice(nameSpan.start, nameSpan.end);
  const disclosure = encoded(`[${salt()}, ${name}, ${sourceOf(text, value)}]`);
  const digest = await digestOf(disclosure);
  const rest = withoutMember(text.slice(span.start, span.end), index);
  const object = rest.ok ? withDigest(rest.text, digest) : rest;
  if (!object.ok) return { ...object, values: [] };
  return { ok: true, payload: replaceSpan(text, span, object.text), disclosures: [disclosure] };
}

/** The list of an object's digests, sorted (RFC 9901 section 4.2.4.1), at its end. */
function withDigest(object: string, digest: string): Edited {
  const found = objectIn(object);
  const list = found.ok ? memberOf(found.root, '_sd') : undefined;
  const known = list?.type === 'array' ? list.items : [];
  const digests = known.flatMap((item) => (item.type === 'string' ? [item.value] : []));
  return setMember(object, '_sd', JSON.stringify([...digests, digest].sort()));
}

/** 128 random bits as JSON text (RFC 9901 section 4.2.1). */
function salt(): string {
  return JSON.stringify(encodeBase64url(randomBytes(16)));
}

function encoded(text: string): string {
  return encodeBase64url(new TextEncoder().encode(text));
}

async function digestOf(disclosure: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(disclosure));
  return encodeBase64url(new Uint8Array(hash));
}
