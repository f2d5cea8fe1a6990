import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { keyFileText, longestKeyFile } from '../../core/key/keyFile';
import { useDrop } from '../drop';
import { droppedAs, isText, takeText } from '../dropped';
import { useModel } from '../model/model';
import type { KeptKey, Surroundings } from '../surroundings';
import { addKeys } from './addKeys';

/** Recordings and exports of requests are dropped on the same window, and are no keys. */
const mayBeKey = (file: File) => file.size <= longestKeyFile && isText(file);

/** Takes key files: dropped anywhere on the window, or chosen. One goes to the box, several to the keyring. */
export function KeyFile() {
  const model = useModel();
  const { surroundings, language } = model;
  const input = useRef<HTMLInputElement>(null);
  const tooLarge = useSignal(false);
  const { fleeting, actions } = surroundings;
  const take = async (files: readonly File[]) => {
    const texts = (await Promise.all(files.map(read))).filter((key) => key !== undefined);
    tooLarge.value = texts.length < files.length;
    const [tokens, keys] = sorted(texts);
    put(surroundings, keys);
    if (tokens.length > 0) takeText(model, tokens.map(({ text }) => text).join('\n'));
  };
  const hovering = useDrop('window', take, mayBeKey);
  return (
    <div class={hovering.value ? 'line dropping' : 'line'}>
      <button
        type="button"
        class="chip"
        onClick={() => (fleeting ? actions.openFull?.() : input.current?.click())}
      >
        {language.say('key_file')}
      </button>
      <span class="soft">{language.say(fleeting ? 'key_file_full' : 'key_file_drop')}</span>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={language.say('key_file')}
        onChange={({ currentTarget }) => {
          void take([...(currentTarget.files ?? [])]);
          currentTarget.value = '';
        }}
      />
      <p class="bad" role="status">
        {tooLarge.value && language.code('key_fault', 'too-long', [language.number(longestKeyFile)])}
      </p>
    </div>
  );
}

/** Files of tokens and recordings under other names, and keys. */
function sorted(texts: readonly KeptKey[]): [readonly KeptKey[], readonly KeptKey[]] {
  const isKey = ({ text }: KeptKey) => /key|other/.test(droppedAs(text));
  return [texts.filter((each) => !isKey(each)), texts.filter(isKey)];
}

async function read(file: File): Promise<KeptKey | undefined> {
  if (file.size > longestKeyFile) return undefined;
  const found = keyFileText(new Uint8Array(await file.arrayBuffer()));
  return found && { name: file.name, ...found };
}

function put(surroundings: Surroundings, keys: readonly KeptKey[]): void {
  const { draft } = surroundings;
  const [only] = keys;
  if (keys.length > 1) void addKeys(surroundings, keys);
  else if (only) {
    const { encoding: _before, ...rest } = draft.value;
    draft.value = { ...rest, key: only.text, ...(only.encoding && { encoding: only.encoding }) };
  }
}
