import { useId, useMemo, useRef } from 'preact/hooks';
import { type JsonReading, readJson } from '../../core/token/json';
import { useLanguage } from '../model/model';
import { EditorFaults } from './EditorFaults';
import { MOST_PAINTED, paintJson } from './paint';

interface Props {
  /** What is edited, for people. */
  label: string;
  text: string;
  onInput: (text: string) => void;
}

/** A box for JSON, which is read while it is typed: coloured by what it is, and marked where something is wrong. */
export function JsonEditor({ label, text, onInput }: Props) {
  const { say } = useLanguage();
  const faults = useId();
  const box = useRef<HTMLTextAreaElement | null>(null);
  const reading = useMemo(() => readJson(text), [text]);
  const painted = text.length <= MOST_PAINTED;
  const goTo = (at: number) => {
    box.current?.focus();
    box.current?.setSelectionRange(at, Math.min(text.length, at + 1));
  };
  return (
    <div class="editor">
      <div class={painted ? 'sheet-of-text source' : 'sheet-of-text source plain'}>
        {painted && <Painting text={text} reading={reading} />}
        <textarea
          ref={box}
          aria-label={label}
          aria-describedby={faults}
          aria-invalid={!reading.valid}
          spellcheck={false}
          autocomplete="off"
          autocapitalize="off"
          value={text}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      </div>
      <div id={faults} role="status">
        <EditorFaults reading={reading} onGoTo={goTo} />
        {!painted && <p class="soft">{say('wb_plain')}</p>}
      </div>
    </div>
  );
}

/** What the box's text looks like; the box itself lies over it with letters that let it through. */
function Painting({ text, reading }: { text: string; reading: JsonReading }) {
  return (
    <pre aria-hidden="true">
      {paintJson(text, reading).map((piece) => (
        <span
          key={piece.at}
          class={[piece.paint && `is-${piece.paint}`, piece.fault && 'is-fault'].filter(Boolean).join(' ')}
        >
          {piece.text}
        </span>
      ))}
      {'\n'}
    </pre>
  );
}
