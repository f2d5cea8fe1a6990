import { type JsonNode, memberOf, sourceOf } from '../../core/token/json';
import { readToken } from '../../core/token/read';
import { type Part, partOf } from '../../core/token/token';

export interface Members {
  /** The values at a path of a part; none where there is nothing. */
  values(token: string, part: 'payload' | 'header', path: string): readonly string[];
  names(token: string, part: 'payload' | 'header'): readonly string[];
}

type Read = Readonly<Record<'payload' | 'header', Part | undefined>>;

/** Tokens whose members were asked for are kept read; the oldest is forgotten first. */
const MOST_KEPT = 20_000;
/** A longer token is not looked into: one query would hold up the window. */
const MOST_CHARACTERS = 200_000;

/** Reads members of tokens for queries, each token once. Values are as written; a text without its quotes. */
export function createMembers(): Members {
  const known = new Map<string, Read>();
  const read = (text: string): Read => {
    const found = known.get(text);
    if (found) return found;
    const oldest = known.keys().next().value;
    if (known.size >= MOST_KEPT && oldest !== undefined) known.delete(oldest);
    const token = readToken(text.length > MOST_CHARACTERS ? '' : text);
    const parts = { payload: partOf(token, 'payload'), header: partOf(token, 'header') };
    known.set(text, parts);
    return parts;
  };
  return {
    values(text, name, path) {
      const part = read(text)[name];
      return part?.json ? nodesAt(part.json, path).flatMap((node) => textsOf(node, part.text ?? '')) : [];
    },
    names(text, name) {
      const json = read(text)[name]?.json;
      return json?.type === 'object' ? json.members.map((member) => member.name) : [];
    },
  };
}

/** A member of that whole name comes first: namespaced claims have dots in their names. */
function nodesAt(node: JsonNode, path: string): readonly JsonNode[] {
  const own = memberOf(node, path);
  if (own) return [own];
  const dots = [...path.matchAll(/\./g)].map(({ index }) => index);
  return dots.flatMap((dot) => {
    const inner = memberOf(node, path.slice(0, dot));
    return inner ? nodesAt(inner, path.slice(dot + 1)) : [];
  });
}

/** A text with blanks counts as each of its words too, as scopes do (RFC 8693 section 4.2). */
function textsOf(node: JsonNode, source: string): readonly string[] {
  if (node.type === 'array') return node.items.flatMap((item) => textsOf(item, source));
  if (node.type !== 'string') return [sourceOf(source, node)];
  return node.value.includes(' ') ? [node.value, ...node.value.split(' ')] : [node.value];
}
