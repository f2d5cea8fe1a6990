import type { JsonMember } from './nodes';

/** From this many members on, names are remembered in a set instead of being compared one by one. */
const manyMembers = 12;

/** The names of one object's members, told apart without a set while they are few. */
export class Names {
  private known: Set<string> | undefined;

  /** Whether one of the members has that name, which then counts as known: to be asked once for each member, in order. */
  includes(name: string, members: readonly JsonMember[]): boolean {
    if (members.length < manyMembers) return hasName(members, name);
    this.known ??= new Set(members.map((member) => member.name));
    const { size } = this.known;
    return this.known.add(name).size === size;
  }
}

/** A plain loop: this runs for every member that is read. */
function hasName(members: readonly JsonMember[], name: string): boolean {
  for (const member of members) if (member.name === name) return true;
  return false;
}
