import type { Signal } from '@preact/signals';
import { useLanguage } from '../model/model';
import type { EditingAs } from './PartEditor';

const ways: readonly EditingAs[] = ['text', 'fields'];

/** Header and payload as text, or as fields. */
export function Tabs({ as }: { as: Signal<EditingAs> }) {
  const language = useLanguage();
  return (
    <fieldset class="segments" aria-label={language.say('wb_edit_as')}>
      {ways.map((way) => (
        <button
          type="button"
          key={way}
          aria-pressed={as.value === way}
          onClick={() => {
            as.value = way;
          }}
        >
          {language.code('wb_as', way)}
        </button>
      ))}
    </fieldset>
  );
}
