import { claimInfo, headerInfo, type NameInfo } from '../../core/token/claims';
import type { JsonMember } from '../../core/token/json';
import type { PartName } from '../../core/token/token';
import { useLanguage } from '../model/model';
import type { MessageKey } from '../say';
import { Moment } from './Moment';
import { TimeNotes } from './TimeNotes';

const tables: Readonly<Partial<Record<PartName, (name: string) => NameInfo | undefined>>> = {
  header: headerInfo,
  payload: claimInfo,
};

/** What a registered claim or header parameter means; of a moment, when that is. */
export function ClaimMeaning({ part, member }: { part: PartName; member: JsonMember }) {
  const { say } = useLanguage();
  const info = tables[part]?.(member.name);
  if (!info) return null;
  return (
    <>
      {info.kind === 'time' && member.value.type === 'number' && <Moment seconds={member.value.value} />}
      {part === 'payload' && <TimeNotes claim={member.name} />}
      <span title={info.source}>{say(info.meaning as MessageKey)}</span>
    </>
  );
}
