import { useSignal } from '@preact/signals';
import type { Part } from '../../core/token/token';
import { Icon } from '../Icon';
import { useLanguage } from '../model/model';
import { PartContent } from './PartContent';

/** A part by name and size; what it holds is drawn while it is unfolded. */
export function FoldedPart({ part, open }: { part: Part; open: boolean }) {
  const language = useLanguage();
  const isOpen = useSignal(open);
  const name = language.code('part', part.name);
  const title =
    part.index === undefined ? name : language.say('part_numbered', [name, language.number(part.index + 1)]);
  return (
    <details
      class="folded"
      open={isOpen.value}
      onToggle={(event) => {
        isOpen.value = event.currentTarget.open;
      }}
    >
      <summary>
        <Icon name="fold" />
        <h3>{title}</h3>
        <span class="soft">{language.count('part_bytes', part.bytes.length)}</span>
      </summary>
      {isOpen.value && <PartContent part={part} title={title} />}
    </details>
  );
}
