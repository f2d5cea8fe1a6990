import type { Part } from '../../core/token/token';
import { prettyJson } from '../json/pretty';
import { useLanguage } from '../model/model';
import type { MessageKey } from '../say';
import { ClaimTable } from './ClaimTable';
import { LongText } from './LongText';

interface Props {
  title: MessageKey;
  /** Its colour's role. */
  name: 'header' | 'payload';
  /** Absent when the token has no such part, or it is encrypted. */
  part: Part | undefined;
  /** Said in place of the part when it is absent. */
  absent: MessageKey;
}

/** Header or payload: claims where it is an object, else whatever of it can be read. */
export function PartSection({ title, name, part, absent }: Props) {
  const { say } = useLanguage();
  return (
    <section class={`part is-${name}`} aria-label={say(title)}>
      <h3>{say(title)}</h3>
      {part ? <PartContent part={part} title={say(title)} /> : <p class="soft">{say(absent)}</p>}
    </section>
  );
}

function PartContent({ part, title }: { part: Part; title: string }) {
  const { say } = useLanguage();
  const { json, text, bytes } = part;
  if (text === undefined) return <LongText text={bytes.length === 0 ? say('part_empty') : hex(bytes)} />;
  if (json?.type !== 'object') return <LongText text={json ? prettyJson(json, text) : text} />;
  if (json.members.length === 0) return <p class="soft">{say('part_no_members')}</p>;
  return <ClaimTable {...{ part, text, title }} members={json.members} />;
}

const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(' ');
