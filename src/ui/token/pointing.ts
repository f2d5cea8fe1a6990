import type { JsonMember } from '../../core/token/json';
import { partSpanOf } from '../../core/token/spans';
import type { Part, Token } from '../../core/token/token';
import type { Pointed } from '../model/model';

/** What is pointed at while a member of a part is. */
export function pointedAt({ name, span }: Part, { nameSpan, value }: JsonMember): Pointed {
  return { part: name, at: span.start, span: { start: nameSpan.start, end: value.span.end } };
}

/** What is pointed at by a character of the token: the member of which it carries bits, if any. */
export function pointedBy(token: Token, offset: number): Pointed | undefined {
  const part = token.parts.find(({ span }) => span.start <= offset && offset < span.end);
  const node = part?.json ?? part?.fragment;
  if (!part || node?.type !== 'object') return undefined;
  const { start, end } = partSpanOf(part, { start: offset, end: offset + 1 });
  const member = node.members.find(({ nameSpan, value }) => nameSpan.start < end && start < value.span.end);
  return member && pointedAt(part, member);
}

export function isSame(one: Pointed | undefined, other: Pointed | undefined): boolean {
  return one?.part === other?.part && one?.at === other?.at && one?.span.start === other?.span.start;
}
