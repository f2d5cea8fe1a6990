import type { Difference } from '../../core/compare/difference';
import type { JsonMember } from '../../core/token/json';
import type { Part } from '../../core/token/token';
import { prettyJson } from '../json/pretty';

/** One member as it stands in either token. */
export interface Side {
  key: string;
  name: string;
  before?: string;
  after?: string;
}

/** The members of two parts, those of the earlier one first and in its order. A name that stands twice has two rows. */
export function sidesOf(before: Part, after: Part): readonly Side[] {
  const [ours, theirs] = [membersOf(before), membersOf(after)];
  const keys = [...new Set([...ours.keys(), ...theirs.keys()])];
  return keys.map((key) => {
    const [one, other] = [ours.get(key), theirs.get(key)];
    return {
      key,
      name: one?.name ?? other?.name ?? '',
      ...(one && { before: prettyJson(one.value, before.text ?? '') }),
      ...(other && { after: prettyJson(other.value, after.text ?? '') }),
    };
  });
}

/** What differs within a member. */
export function ownDifferences({ name }: Side, differences: readonly Difference[]): readonly Difference[] {
  return differences.filter(({ path }) => path[0] === name);
}

function membersOf({ json }: Part): ReadonlyMap<string, JsonMember> {
  const counts = new Map<string, number>();
  const members = json?.type === 'object' ? json.members : [];
  return new Map(
    members.map((member) => {
      const count = counts.get(member.name) ?? 0;
      counts.set(member.name, count + 1);
      return [`${count} ${member.name}`, member];
    }),
  );
}
