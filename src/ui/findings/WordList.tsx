import { useSignal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import { useDrop } from '../drop';
import { useLanguage, useModel } from '../model/model';
import { type TrialState, tryWords, wordsIn } from './wordTrial';

/** Any text file may be a list of words. */
const isText = ({ type, name }: File) =>
  type.startsWith('text/') || type === '' || /\.(txt|lst|dict)$/i.test(name);

/** Tries the words of a file of the user's as secrets of the token. Nothing of the file is kept. */
export function WordList({ text }: { text: string }) {
  const { say } = useLanguage();
  const trial = useSignal<TrialState | undefined>(undefined);
  const running = useRef<AbortController | undefined>(undefined);
  const area = useRef<HTMLDivElement>(null);
  const id = useId();
  const take = async ([file]: readonly File[]) => {
    if (!file) return;
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    const report = (state: TrialState) => {
      if (running.current === controller) trial.value = state;
    };
    try {
      await tryWords(text, wordsIn(await file.text()), controller.signal, report);
    } catch {
      report({ state: 'failed', tried: 0, total: 0 });
    }
  };
  const hovering = useDrop(area, (files) => void take(files), isText);
  useEffect(() => () => running.current?.abort(), []);
  return (
    <div class={`word-list ${hovering.value ? 'is-hovered' : ''}`} ref={area}>
      <label for={id}>{say('words_label')}</label>
      <input
        id={id}
        type="file"
        accept="text/*,.txt,.lst,.dict"
        onChange={(event) => void take([...(event.currentTarget.files ?? [])])}
      />
      {trial.value && <Progress trial={trial.value} onCancel={() => running.current?.abort()} />}
    </div>
  );
}

function Progress({ trial, onCancel }: { trial: TrialState; onCancel: () => void }) {
  const { surroundings, language } = useModel();
  const { say, number } = language;
  const { state, tried, total, found } = trial;
  const use = () => {
    surroundings.draft.value = { ...surroundings.draft.value, key: found ?? '', encoding: 'text' };
  };
  return (
    <>
      {state === 'running' && <progress max={total} value={tried} aria-label={say('words_label')} />}
      <p role="status">{language.code('words', state, [number(tried), number(total)])}</p>
      {state === 'running' && (
        <button type="button" onClick={onCancel}>
          {say('words_cancel')}
        </button>
      )}
      {state === 'found' && (
        <button type="button" onClick={use}>
          {say('words_use')}
        </button>
      )}
    </>
  );
}
