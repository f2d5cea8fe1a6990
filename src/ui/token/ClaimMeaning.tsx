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
  'unprotected-header': headerInfo,
};

/** What is known of a claim or header parameter, by the part it stands in. */
export const infoOf = (part: PartName, name: string): NameInfo | undefined => tables[part]?.(name);

interface Props {
  part: PartName;
  member: JsonMember;
  /** The part is one of the token that is shown, so that what is odd about its times is known. */
  own: boolean;
}

/** What a registered claim or header parameter means; of a moment, when that is. */
export function ClaimMeaning({ part, member, own }: Props) {
  const { say } = useLanguage();
  const info = infoOf(part, member.name);
  if (!info) return null;
  return (
    <>
      {info.kind === 'time' && member.value.type === 'number' && <Moment seconds={member.value.value} />}
      {own && part === 'payload' && <TimeNotes claim={member.name} />}
      <span title={info.source}>{say(info.meaning as MessageKey)}</span>
    </>
  );
}
