import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { publicJwkText } from '../../core/key/convert';
import type { Key } from '../../core/key/key';
import { nameFor } from '../input/keyName';
import { originShown } from '../model/expected';
import { useModel } from '../model/model';
import type { KeptKey } from '../surroundings';
import { addKeys } from './addKeys';
import { shortOrigin } from './shortOrigin';

/** Keeps the key of the box under a name until the browser is closed, and empties the box for the next one. */
export function KeepKey({ keys }: { keys: readonly Key[] }) {
  const model = useModel();
  const { surroundings, language } = model;
  const { draft } = surroundings;
  const id = useId();
  const onlyHere = useSignal(false);
  const origin = originShown(model);
  const keep = async (given: string) => {
    const { key, encoding, ...rest } = draft.value;
    const name = given.trim() || nameFor(keys, language);
    const text = await textToKeep(key, keys);
    const kept: KeptKey = {
      name,
      text,
      ...(encoding && { encoding }),
      ...(onlyHere.value && origin !== undefined && { origin }),
    };
    await addKeys(surroundings, [kept]);
    draft.value = { ...rest, key: '' };
  };
  return (
    <form
      class="line"
      onSubmit={(event) => {
        event.preventDefault();
        const input = event.currentTarget.elements.namedItem('name');
        if (input instanceof HTMLInputElement) void keep(input.value);
      }}
    >
      <label for={id}>{language.say('keep_name')}</label>
      <input id={id} name="name" autocomplete="off" placeholder={nameFor(keys, language)} />
      <button type="submit" class="chip" title={language.say('keep_why')}>
        {language.say('keep')}
      </button>
      {origin !== undefined && (
        <label class="whole">
          <input
            type="checkbox"
            checked={onlyHere.value}
            onChange={(event) => {
              onlyHere.value = event.currentTarget.checked;
            }}
          />
          {language.say('keep_only_for', [shortOrigin(origin)])}
        </label>
      )}
    </form>
  );
}

/** Of a key that a passphrase opened, only the public half is kept: the rest stays as well protected as it was. */
async function textToKeep(text: string, keys: readonly Key[]): Promise<string> {
  const [key] = keys;
  const locked = /-----BEGIN ENCRYPTED |^Proc-Type: .*ENCRYPTED/m.test(text) && key?.private;
  return locked ? ((await publicJwkText(key)) ?? text) : text;
}
