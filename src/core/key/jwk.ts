import { type JsonNode, memberOf } from '../token/json';
import type { FoundKey } from './asn1Key';
import { decodeBase64, decodeStrict } from './base64';
import { buildKey, type Extras } from './build';
import { bad, good, type JwkMaterial, type Key, type KeyFormat, type KeySource, type Read } from './key';
import { secretKey } from './secret';

const publicMembers = ['crv', 'n', 'e', 'x', 'y', 'pub', 'alg'] as const;
const secretMembers = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'priv'] as const;
const types: ReadonlySet<string> = new Set(['RSA', 'EC', 'OKP', 'AKP']);

/** Reads one JSON Web Key (RFC 7517 section 4). */
export function readJwk(node: JsonNode, format: KeyFormat, source: KeySource): Read<Key> {
  const members = textMembers(node);
  if (!members.ok) return members;
  const { texts, operations } = members.value;
  const extras = { ...extrasOf(texts, operations), ...certifiedIn(node) };
  const kty = texts.get('kty');
  if (kty === undefined) return bad('member-missing', { values: ['kty'] });
  if (kty === 'oct') return octetKey(texts, format, source, extras);
  if (!types.has(kty)) return bad('key-type-unknown', { values: [kty] });
  return buildKey(foundIn(texts, kty as JwkMaterial['kty'], format), source, extras);
}

function octetKey(texts: Texts, format: KeyFormat, source: KeySource, extras: Extras): Read<Key> {
  const k = texts.get('k');
  const bytes = decodeStrict(k ?? '');
  if (k === undefined) return bad('member-missing', { values: ['k'] });
  if (!bytes) return bad('member-malformed', { values: ['k'] });
  if (bytes.length === 0) return bad('empty');
  return good({ ...secretKey(bytes, source), format, ...extras });
}

function foundIn(texts: Texts, kty: JwkMaterial['kty'], format: KeyFormat): FoundKey {
  const secret = pick(texts, secretMembers);
  const hasSecret = Object.keys(secret).length > 0;
  const jwk: JwkMaterial = { kty, ...pick(texts, publicMembers), ...(hasSecret && { secret }) };
  return { format, material: { type: 'jwk', jwk }, private: hasSecret };
}

function extrasOf(texts: Texts, keyOps: readonly string[] | undefined): Extras {
  return { ...pick(texts, ['kid', 'alg', 'use'] as const), ...(keyOps && { keyOps }) };
}

/** A certificate that can't be read makes no worse key: nothing rests on it but which key is tried first. */
function certifiedIn(node: JsonNode): Pick<Extras, 'certified'> {
  const chain = memberOf(node, 'x5c');
  const first = chain?.type === 'array' ? chain.items[0] : undefined;
  const der = first?.type === 'string' ? decodeBase64(first.value) : undefined;
  const [x5t, sha256] = (['x5t', 'x5t#S256'] as const).map((name) => {
    const digest = memberOf(node, name);
    return digest?.type === 'string' ? digest.value : undefined;
  });
  const certified = {
    ...(der && { der }),
    ...(x5t !== undefined && { x5t }),
    ...(sha256 !== undefined && { 'x5t#S256': sha256 }),
  };
  return Object.keys(certified).length > 0 ? { certified } : {};
}

type Texts = ReadonlyMap<string, string>;

function pick<Name extends string>(texts: Texts, names: readonly Name[]): Partial<Record<Name, string>> {
  const found: Partial<Record<Name, string>> = {};
  for (const name of names) {
    const text = texts.get(name);
    if (text !== undefined) found[name] = text;
  }
  return found;
}

const textual: ReadonlySet<string> = new Set(['kty', 'k', 'kid', 'use', ...publicMembers, ...secretMembers]);

/** The members that are texts by definition. A member given twice makes the key ambiguous (RFC 7517 section 4). */
function textMembers(node: JsonNode): Read<{ texts: Texts; operations?: readonly string[] }> {
  if (node.type !== 'object') return bad('json-not-a-key', { at: node.span.start });
  const texts = new Map<string, string>();
  let operations: readonly string[] | undefined;
  for (const { name, nameSpan, value, duplicate } of node.members) {
    const where = { at: nameSpan.start, values: [name] };
    if (duplicate) return bad('duplicate-member', where);
    if (name === 'key_ops') operations = textItems(value);
    if (!textual.has(name)) continue;
    if (value.type !== 'string') return bad('member-malformed', where);
    texts.set(name, value.value);
  }
  return good({ texts, ...(operations && { operations }) });
}

/** Anything but a list of texts allows no operation at all. */
function textItems(node: JsonNode): readonly string[] {
  return node.type === 'array'
    ? node.items.flatMap((item) => (item.type === 'string' ? [item.value] : []))
    : [];
}
