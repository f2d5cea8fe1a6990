import type { JsonMember } from '../../core/token/json';
import { useModel } from '../model/model';
import { Moment } from './Moment';

const moments: ReadonlySet<string> = new Set(['exp', 'nbf', 'iat', 'auth_time']);

/** What a claim means: of a moment, when that is. */
export function ClaimMeaning({ member }: { member: JsonMember }) {
  const { selection, language } = useModel();
  if (!moments.has(member.name)) return null;
  const notes = selection.times.value?.timeNotes.filter(({ claim }) => claim === member.name) ?? [];
  return (
    <>
      {member.value.type === 'number' && <Moment seconds={member.value.value} />}
      {notes.map(({ code, likelySeconds }) => (
        <p class="warn" key={code}>
          {language.code('time', code)}
          {likelySeconds !== undefined && <Moment seconds={likelySeconds} />}
        </p>
      ))}
    </>
  );
}
