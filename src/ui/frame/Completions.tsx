// biome-ignore-all lint/a11y/useFocusableInteractive: focus stays in the box, which names the active proposal
import { useLanguage } from '../model/model';
import type { Completion } from '../query/complete';
import { Visible } from '../Visible';

interface Props {
  id: string;
  completions: readonly Completion[];
  active: number;
  onTake: (completion: Completion) => void;
}

/** What could stand in the query at the cursor. */
export function Completions({ id, completions, active, onTake }: Props) {
  const { say, number } = useLanguage();
  return (
    <div
      role="listbox"
      class="completions"
      id={`${id}-list`}
      aria-label={say('completions')}
      hidden={completions.length === 0}
    >
      {completions.map((completion, at) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the box takes the keys
        <div
          role="option"
          id={`${id}-${at}`}
          key={completion.text}
          aria-selected={at === active}
          // Keeps the focus in the box.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onTake(completion)}
        >
          <bdi class="source">
            <Visible text={completion.text.trim()} />
          </bdi>
          {completion.count !== undefined && <span class="soft figures">{number(completion.count)}</span>}
        </div>
      ))}
    </div>
  );
}
