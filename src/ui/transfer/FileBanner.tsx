import '../css/banner.css';
import '../css/transfer.css';
import { Icon } from '../Icon';
import type { FailedFile, ReadFile, ShownFile } from '../model/file';
import { useModel } from '../model/model';
import { FileNotes } from './FileNotes';

/** What file is opened or shown, how far it is, what is wrong with it, and the way back. */
export function FileBanner() {
  const { file, language } = useModel();
  const state = file.value;
  if (!state) return null;
  return (
    <section class={`banner file is-${state.state}`} aria-label={language.say('file_title')}>
      {state.state === 'reading' && <Reading file={state} />}
      {state.state === 'shown' && <Shown file={state} />}
      {state.state === 'failed' && <Failed file={state} />}
    </section>
  );
}

function Reading({ file: { name, size, progress, cancel } }: { file: ReadFile }) {
  const { say, count } = useModel().language;
  const { read, entries } = progress.value;
  return (
    <>
      <label class="line">
        <span>{say('file_reading', [name])}</span>
        <progress max={size} value={read} />
        <span class="figures soft">{count('file_entries', entries)}</span>
      </label>
      <button type="button" class="chip" onClick={cancel}>
        {say('file_cancel')}
      </button>
    </>
  );
}

function Shown({ file: { name, imported } }: { file: ShownFile }) {
  const { language } = useModel();
  const { entries, exchanges } = imported;
  return (
    <>
      <Icon name="open" />
      <div>
        <p role="status">
          {language.say('file_shown', [name])} {language.count('file_entries', entries)}{' '}
          {language.count('file_carrying', exchanges.length)}
        </p>
        <FileNotes imported={imported} />
      </div>
      <Back />
    </>
  );
}

function Failed({ file: { name, imported } }: { file: FailedFile }) {
  const { say } = useModel().language;
  return (
    <>
      <Icon name="warning" />
      <div>
        <p role="alert">{say(imported ? 'file_failed' : 'file_unreadable', [name])}</p>
        {imported && <FileNotes imported={imported} />}
      </div>
      <Back />
    </>
  );
}

function Back() {
  const { file, selection, language } = useModel();
  return (
    <button
      type="button"
      class="chip"
      onClick={() => {
        file.value = undefined;
        selection.choose();
      }}
    >
      {language.say('file_back')}
    </button>
  );
}
