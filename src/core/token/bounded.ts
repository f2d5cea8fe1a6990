import { claimInfo } from './claims';
import { whoClaims } from './fastSummary';
import type { JsonMember, JsonNode } from './json';
import { profileNames } from './profileRows';
import type { Reading } from './reading';
import type { Part, Token } from './token';

/** So many members or items of a part's root are kept, and so many values within each of them. */
const mostAtRoot = 2_000;
const mostWithin = 1_000;
/** A part with more characters to step over is not told apart from one with none. */
const mostSkipped = 100_000;

/** Members by which a token is judged and named: they are kept wherever they stand. */
const named: ReadonlySet<string> = new Set([...whoClaims, ...profileNames]);
const telling = (name: string) => named.has(name) || claimInfo(name) !== undefined;

/**
 * The reading with so few nodes that it can be handed to a window at once. Containers that lost some are `elided`;
 * texts and bytes are whole.
 */
export function boundedReading({ layers: [token, ...inner], ...rest }: Reading): Reading {
  return { ...rest, layers: [boundedToken(token), ...inner.map(boundedToken)] };
}

function boundedToken(token: Token): Token {
  return { ...token, parts: token.parts.map(boundedPart) };
}

function boundedPart({ skipped, json, fragment, ...part }: Part): Part {
  return {
    ...part,
    ...(skipped && skipped.length <= mostSkipped && { skipped }),
    ...(json && { json: boundedRoot(json) }),
    ...(fragment && { fragment: boundedRoot(fragment) }),
  };
}

function boundedRoot(root: JsonNode): JsonNode {
  if (root.type === 'array') {
    const items = root.items.slice(0, mostAtRoot).map(boundedValue);
    return { ...root, items, ...(items.length < root.items.length && { elided: true }) };
  }
  if (root.type !== 'object') return root;
  const kept = root.members.filter(({ name }, at) => at < mostAtRoot || telling(name));
  const members = kept.map((member): JsonMember => ({ ...member, value: boundedValue(member.value) }));
  return { ...root, members, ...(members.length < root.members.length && { elided: true }) };
}

const boundedValue = (node: JsonNode): JsonNode => (isSmall(node) ? node : withoutContent(node));

/** Counts no further than it must. */
function isSmall(root: JsonNode): boolean {
  const open = [root];
  let count = 0;
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type !== 'object' && node.type !== 'array') continue;
    const children = node.type === 'array' ? node.items : node.members.map(({ value }) => value);
    count += children.length;
    if (count > mostWithin) return false;
    for (const child of children) open.push(child);
  }
  return true;
}

function withoutContent(node: JsonNode): JsonNode {
  if (node.type === 'array') return { ...node, items: [], elided: true };
  return node.type === 'object' ? { ...node, members: [], elided: true } : node;
}
