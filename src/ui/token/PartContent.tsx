import type { Part } from '../../core/token/token';
import { prettyJson } from '../json/pretty';
import { useLanguage } from '../model/model';
import { ClaimTable } from './ClaimTable';
import { HexView } from './HexView';
import { LongText } from './LongText';

/** What a part holds, as far as it can be read: claims, another JSON value, text, or bytes. */
export function PartContent({ part, title }: { part: Part; title: string }) {
  const { say } = useLanguage();
  const { json, fragment, text, bytes } = part;
  if (text === undefined) return <HexView bytes={bytes} />;
  const readable = json ?? fragment;
  if (readable?.type !== 'object') return <LongText text={json ? prettyJson(json, text) : text} />;
  if (readable.members.length === 0 && json) return <p class="soft">{say('part_no_members')}</p>;
  return (
    <>
      <ClaimTable {...{ part, text, title }} members={readable.members} />
      {(!json || readable.elided) && (
        <div class="as-text">
          <p class="soft">{say('part_as_text')}</p>
          <LongText text={text} />
        </div>
      )}
    </>
  );
}
