import type { JsonMember } from '../../core/token/json';
import type { Part } from '../../core/token/token';
import type { Pointed } from '../model/model';

/** What is pointed at while a member of a part is. */
export function pointedAt({ name, span }: Part, { nameSpan, value }: JsonMember): Pointed {
  return { part: name, at: span.start, span: { start: nameSpan.start, end: value.span.end } };
}

export function isSame(one: Pointed | undefined, other: Pointed): boolean {
  return one?.part === other.part && one.at === other.at && one.span.start === other.span.start;
}
