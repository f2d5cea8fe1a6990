import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { Icon } from '../Icon';
import { Later } from '../Later';
import { useModel } from '../model/model';

const loadSheet = async () => (await import('./ExportSheet')).ExportSheet;

/** Opens what the log is saved as. */
export function ExportButton() {
  const { language, surroundings } = useModel();
  const id = useId();
  const opened = useSignal(false);
  const isEmpty = surroundings.log.value.exchanges.length === 0;
  return (
    <div class="settings">
      <button
        type="button"
        class="tool"
        popovertarget={id}
        title={language.say('export_title_long')}
        disabled={isEmpty}
      >
        <Icon name="export" />
        <span class="unseen">{language.say('export')}</span>
      </button>
      <div
        popover="auto"
        id={id}
        class="sheet choices"
        role="dialog"
        aria-label={language.say('export')}
        onToggle={({ newState }) => {
          opened.value = newState === 'open';
        }}
      >
        {opened.value && <Later load={loadSheet} props={{}} />}
      </div>
    </div>
  );
}
