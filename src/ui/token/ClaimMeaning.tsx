import type { JsonMember } from '../../core/token/json';
import { Moment } from './Moment';

const moments: ReadonlySet<string> = new Set(['exp', 'nbf', 'iat', 'auth_time']);

/** What a claim means: of a moment, when that is. */
export function ClaimMeaning({ member }: { member: JsonMember }) {
  if (member.value.type !== 'number' || !moments.has(member.name)) return null;
  return <Moment seconds={member.value.value} />;
}
