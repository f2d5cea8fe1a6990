import { useRef } from 'preact/hooks';
import { useDrop } from '../drop';
import { isRecording } from '../dropped';
import { Icon } from '../Icon';
import { useModel } from '../model/model';

/** Opens a recording: chosen, or dropped anywhere on the window. */
export function OpenButton() {
  const { file, language } = useModel();
  const input = useRef<HTMLInputElement>(null);
  const take = async ([opened]: readonly File[]) => {
    if (opened) (await import('./openFile')).openFile(opened, file);
  };
  useDrop('window', take, isRecording);
  return (
    <>
      <button
        type="button"
        class="tool"
        title={language.say('file_open_title')}
        onClick={() => input.current?.click()}
      >
        <Icon name="open" />
        <span class="unseen">{language.say('file_open')}</span>
      </button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".har,.json,application/json"
        aria-label={language.say('file_open')}
        onChange={({ currentTarget }) => {
          void take([...(currentTarget.files ?? [])]);
          currentTarget.value = '';
        }}
      />
    </>
  );
}
