import { Icon } from '../Icon';
import { useModel } from '../model/model';
import type { Comparing } from './comparing';

/** Which two tokens: of the log, pasted before, or pasted here. */
export function Pickers({ comparing }: { comparing: Comparing }) {
  const { say } = useModel().language;
  const { before, after, predecessor, pasted } = comparing;
  return (
    <div class="pickers">
      <Picker comparing={comparing} side="before" value={before.value} />
      <button type="button" class="tool swap" title={say('cmp_swap')} onClick={comparing.swap}>
        <Icon name="override" />
        <span class="unseen">{say('cmp_swap')}</span>
      </button>
      <Picker comparing={comparing} side="after" value={after.value} />
      <div class="more-pickers">
        {predecessor.value !== undefined && predecessor.value !== before.value && (
          <button
            type="button"
            class="chip"
            onClick={() => comparing.choose('before', predecessor.value ?? '')}
          >
            {say('cmp_before_refresh')}
          </button>
        )}
        <div class="box">
          <input
            class="source"
            aria-label={say('cmp_paste')}
            placeholder={say('cmp_paste')}
            spellcheck={false}
            autocomplete="off"
            value={pasted.value}
            onInput={(event) => {
              const text = event.currentTarget.value.trim();
              pasted.value = text;
              if (text !== '') comparing.choose('before', text);
            }}
          />
        </div>
      </div>
    </div>
  );
}

interface PickerProps {
  comparing: Comparing;
  side: 'before' | 'after';
  value: string | undefined;
}

function Picker({ comparing, side, value }: PickerProps) {
  const { say } = useModel().language;
  const label = say(side === 'before' ? 'cmp_before' : 'cmp_after');
  return (
    <label>
      <span>{label}</span>
      <select
        aria-label={label}
        value={value ?? ''}
        onChange={(event) => comparing.choose(side, event.currentTarget.value)}
      >
        {value === undefined && <option value="">{say('cmp_choose')}</option>}
        {comparing.candidates.value.map(({ text, title }) => (
          <option value={text} key={text}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}
