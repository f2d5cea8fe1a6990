import { type JsonMember, type JsonNode, sourceOf } from '../token/json';
import type { Difference, Look, Path } from './difference';
import { sameNumber } from './sameNumber';
import { elementsOf, isTime, missingFrom } from './sets';

/** A text and what it reads as. */
export interface JsonText {
  text: string;
  root: JsonNode;
}

export interface JsonComparison extends Look {
  differences: readonly Difference[];
}

/** Tells what two JSON texts say differently from how they only look different. Numbers are compared exactly. */
export function compareJson(before: JsonText, after: JsonText): JsonComparison {
  const comparing = new Comparing(before.text, after.text);
  comparing.compare(before.root, after.root, []);
  const { differences, reordered } = comparing;
  const rewritten = differences.length === 0 && !reordered && before.text !== after.text;
  return { differences, reordered, rewritten: rewritten || comparing.rewritten };
}

class Comparing implements Look {
  readonly differences: Difference[] = [];
  reordered = false;
  rewritten = false;
  readonly #before: string;
  readonly #after: string;

  constructor(before: string, after: string) {
    this.#before = before;
    this.#after = after;
  }

  compare(before: JsonNode, after: JsonNode, path: Path): void {
    const name = String(path.findLast((step) => typeof step === 'string') ?? '');
    if (before.type === 'object' && after.type === 'object')
      this.#members(before.members, after.members, path);
    else if (this.#areSets(before, after, path, name)) return;
    else if (before.type === 'array' && after.type === 'array') this.#items(before.items, after.items, path);
    else this.#scalars(before, after, path, name);
  }

  #scalars(before: JsonNode, after: JsonNode, path: Path, name: string): void {
    const [one, other] = [sourceOf(this.#before, before), sourceOf(this.#after, after)];
    if (sameValue(before, after, one, other)) {
      this.rewritten ||= one !== other;
      return;
    }
    const at = { path, before: one, after: other };
    if (before.type === 'number' && after.type === 'number' && isTime(name))
      this.differences.push({ ...at, kind: 'time', seconds: after.value - before.value });
    else this.differences.push({ ...at, kind: 'changed' });
  }

  /** Members are matched by name; of a name that stands twice, the first with the first. */
  #members(before: readonly JsonMember[], after: readonly JsonMember[], path: Path): void {
    const [ours, theirs] = [numbered(before), numbered(after)];
    for (const [key, { name, value }] of ours) {
      const match = theirs.get(key);
      if (match) this.compare(value, match.value, [...path, name]);
      else
        this.differences.push({
          path: [...path, name],
          kind: 'removed',
          before: sourceOf(this.#before, value),
        });
    }
    for (const [key, { name, value }] of theirs) {
      if (ours.has(key)) continue;
      this.differences.push({ path: [...path, name], kind: 'added', after: sourceOf(this.#after, value) });
    }
    const shared = [...ours.keys()].filter((key) => theirs.has(key));
    const inTheirs = [...theirs.keys()].filter((key) => ours.has(key));
    this.reordered ||= shared.some((key, at) => key !== inTheirs[at]);
  }

  #areSets(before: JsonNode, after: JsonNode, path: Path, name: string): boolean {
    const one = elementsOf(name, before, this.#before);
    const other = elementsOf(name, after, this.#after);
    if (!one || !other) return false;
    const [added, removed] = [missingFrom(one, other), missingFrom(other, one)];
    const [oneText, otherText] = [sourceOf(this.#before, before), sourceOf(this.#after, after)];
    if (added.length > 0 || removed.length > 0) {
      this.differences.push({ path, kind: 'set', added, removed, before: oneText, after: otherText });
    } else if (one.some(({ value }, at) => value !== other[at]?.value)) this.reordered = true;
    else
      this.rewritten ||= before.type !== after.type || one.some(({ text }, at) => text !== other[at]?.text);
    return true;
  }

  /** Lists that hold more than plain values: what stands at the same place is compared. */
  #items(before: readonly JsonNode[], after: readonly JsonNode[], path: Path): void {
    for (let at = 0; at < Math.max(before.length, after.length); at++) {
      const [one, other] = [before[at], after[at]];
      const here = [...path, at];
      if (one && other) this.compare(one, other, here);
      else if (one)
        this.differences.push({ path: here, kind: 'removed', before: sourceOf(this.#before, one) });
      else if (other)
        this.differences.push({ path: here, kind: 'added', after: sourceOf(this.#after, other) });
    }
  }
}

function sameValue(before: JsonNode, after: JsonNode, one: string, other: string): boolean {
  if (before.type !== after.type) return false;
  if (before.type === 'number') return sameNumber(one, other);
  return 'value' in before && 'value' in after ? before.value === after.value : before.type === 'null';
}

/** Each member by its name and how often the name stood before it. */
function numbered(members: readonly JsonMember[]): ReadonlyMap<string, JsonMember> {
  const counts = new Map<string, number>();
  return new Map(
    members.map((member) => {
      const count = member.duplicate ? (counts.get(member.name) ?? 0) + 1 : 0;
      counts.set(member.name, count);
      return [`${count} ${member.name}`, member] as const;
    }),
  );
}
