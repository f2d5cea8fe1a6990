import { claimInfo } from './claims';
import { type JsonNode, type Span, sourceOf } from './json';
import type { Pseudonyms } from './pseudonyms';

/** What stands at a span, and what is to stand there. */
export interface Edit {
  span: Span;
  text: string;
}

/** Whether a member keeps its value. */
export type Keeps = (name: string, value: JsonNode) => boolean;

/** The header parameters that say how a token is made and nothing of whom it is about. */
const plainParameters: ReadonlySet<string> = new Set(['alg', 'enc', 'typ', 'cty', 'zip', 'b64', 'crit']);

export const keepsParameter: Keeps = (name) => plainParameters.has(name);

/** Times are kept, so that the lifetime can still be told, also those that are not written as they should be. */
export const keepsTime: Keeps = (name, value) =>
  claimInfo(name)?.kind === 'time' &&
  (value.type === 'number' || (value.type === 'string' && /^\d[\d.:+TZ -]*$/.test(value.value)));

/** The edits that put pseudonyms in place of the values, names and everything else staying as written. */
export function editsOf(text: string, root: JsonNode, keeps: Keeps, pseudonyms: Pseudonyms): Edit[] {
  if (root.type === 'object' && !root.elided) {
    return root.members.flatMap(({ name, value }) =>
      keeps(name, value) ? [] : valueEdits(text, value, pseudonyms),
    );
  }
  return valueEdits(text, root, pseudonyms);
}

function valueEdits(text: string, node: JsonNode, pseudonyms: Pseudonyms): Edit[] {
  const { span } = node;
  if (node.type === 'string') return [{ span, text: `"${pseudonyms.text(node.value)}"` }];
  if (node.type === 'number') return [{ span, text: pseudonyms.number(sourceOf(text, node)) }];
  if (node.type !== 'object' && node.type !== 'array') return [];
  if (node.elided) return [{ span, text: node.type === 'object' ? '{}' : '[]' }];
  const inside = node.type === 'array' ? node.items : node.members.map(({ value }) => value);
  return inside.flatMap((each) => valueEdits(text, each, pseudonyms));
}

/** The text with all edits made; they must not overlap. */
export function applied(text: string, edits: readonly Edit[]): string {
  const pieces: string[] = [];
  let from = 0;
  for (const edit of edits.toSorted((one, other) => one.span.start - other.span.start)) {
    pieces.push(text.slice(from, edit.span.start), edit.text);
    from = edit.span.end;
  }
  return pieces.join('') + text.slice(from);
}
