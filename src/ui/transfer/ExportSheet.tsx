import '../css/transfer.css';
import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { type ExportFormat, exportFormats } from '../../core/transfer/exporting';
import { useModel } from '../model/model';
import { useCopying } from '../token/useCopying';
import { fileNameAt, saveFile } from './saveFile';
import { writeExport } from './writeExport';

/** What the log is saved as: redacted, unless the user insists twice. */
export function ExportSheet() {
  const model = useModel();
  const { say, code, count, number } = model.language;
  const { outcome, copy } = useCopying();
  const format = useSignal<ExportFormat>('har');
  const raw = useSignal(false);
  const sure = useSignal(false);
  const ready = !raw.value || sure.value;
  const written = () => writeExport(model, format.value, raw.value);
  const save = async () => {
    const { text, mediaType, ending } = await written();
    saveFile(`${fileNameAt('claimscope', model.surroundings.now.peek())}${ending}`, text, mediaType);
  };
  return (
    <>
      <h2>{say('export')}</h2>
      <p class="soft">
        {count('requests_count', model.surroundings.log.value.exchanges.length)} ·{' '}
        {count('tokens_count', model.tokens.value.length)}
      </p>
      <Choice
        legend={say('export_format')}
        chosen={format.value}
        options={exportFormats.map((name) => [name, code('export_format', name)])}
        onChoose={(name) => {
          format.value = name;
        }}
      />
      <Choice
        legend={say('export_content')}
        chosen={raw.value ? 'raw' : 'redacted'}
        options={[
          ['redacted', say('export_redacted')],
          ['raw', say('export_raw')],
        ]}
        onChoose={(name) => {
          raw.value = name === 'raw';
          sure.value = false;
        }}
      />
      <p class="soft">
        {say(raw.value ? 'export_note_raw' : 'export_note_redacted')} {say('export_note_kept')}
      </p>
      {raw.value && (
        <label class="warning">
          <input
            type="checkbox"
            checked={sure.value}
            onChange={({ currentTarget }) => {
              sure.value = currentTarget.checked;
            }}
          />
          {say('export_raw_sure', [number(model.tokens.value.length)])}
        </label>
      )}
      <p class="line">
        <button type="button" class="chip" disabled={!ready} onClick={() => void save()}>
          {say('export_save')}
        </button>
        <button
          type="button"
          class="chip"
          disabled={!ready}
          onClick={async () => void copy((await written()).text)}
        >
          {say('export_copy')}
        </button>
        <span role="status">{outcome.value && say(outcome.value)}</span>
      </p>
    </>
  );
}

interface ChoiceProps<Name extends string> {
  legend: string;
  chosen: Name;
  options: readonly (readonly [name: Name, text: string])[];
  onChoose(name: Name): void;
}

function Choice<Name extends string>({ legend, chosen, options, onChoose }: ChoiceProps<Name>) {
  const id = useId();
  return (
    <fieldset>
      <legend>{legend}</legend>
      {options.map(([name, text]) => (
        <label key={name}>
          <input type="radio" name={id} checked={name === chosen} onChange={() => onChoose(name)} />
          {text}
        </label>
      ))}
    </fieldset>
  );
}
