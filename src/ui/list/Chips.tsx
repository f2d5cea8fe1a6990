import { useLanguage } from '../model/model';
import { type ChipName, chipNames, chips } from './chips';
import { useListing } from './listing';

/** The list narrowed by one click, with how many tokens that leaves. */
export function Chips() {
  const { say } = useLanguage();
  return (
    <fieldset class="chips">
      <legend class="unseen">{say('chips')}</legend>
      {chipNames.map((name) => (
        <ChipButton key={name} name={name} />
      ))}
    </fieldset>
  );
}

function ChipButton({ name }: { name: ChipName }) {
  const { chip, counts } = useListing();
  const { say, number } = useLanguage();
  const { title, tone = '' } = { tone: undefined, ...chips[name] };
  const count = counts.value[name];
  return (
    <button
      type="button"
      class="chip"
      aria-pressed={chip.value === name}
      onClick={() => {
        chip.value = chip.value === name ? 'all' : name;
      }}
    >
      {say(title)} <span class={`figures ${count > 0 ? tone : 'soft'}`}>{number(count)}</span>
    </button>
  );
}
