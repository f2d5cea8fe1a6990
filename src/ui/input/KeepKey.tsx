import { useId } from 'preact/hooks';
import { publicJwkText } from '../../core/key/convert';
import type { Key } from '../../core/key/key';
import { useModel } from '../model/model';
import type { KeptKey } from '../surroundings';
import { nameFor } from './keyName';

/** Keeps the key of the box under a name until the browser is closed, and empties the box for the next one. */
export function KeepKey({ keys }: { keys: readonly Key[] }) {
  const { surroundings, language } = useModel();
  const { draft, keyring } = surroundings;
  const id = useId();
  const keep = async (given: string) => {
    const { key, encoding, ...rest } = draft.value;
    const name = given.trim() || nameFor(keys, language);
    const text = await textToKeep(key, keys);
    const kept: KeptKey = encoding ? { name, text, encoding } : { name, text };
    keyring.value = [...keyring.value, kept];
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
    </form>
  );
}

/** Of a key that a passphrase opened, only the public half is kept: the rest stays as well protected as it was. */
async function textToKeep(text: string, keys: readonly Key[]): Promise<string> {
  const [key] = keys;
  const locked = text.includes('-----BEGIN ENCRYPTED PRIVATE KEY-----') && key?.format === 'pkcs8';
  return locked ? ((await publicJwkText(key)) ?? text) : text;
}
