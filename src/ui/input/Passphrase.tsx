import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { openEncrypted } from '../../core/key/encrypted';
import type { KeyFault } from '../../core/key/key';
import { useModel } from '../model/model';

/** Asks for the passphrase of the private key in the box. It opens the key in this window, and is kept nowhere. */
export function Passphrase() {
  const { surroundings, keys, language } = useModel();
  const fault = useSignal<KeyFault | undefined>(undefined);
  const id = useId();
  const open = async (input: HTMLInputElement) => {
    const text = surroundings.draft.value.key;
    const reading = await openEncrypted(text, input.value);
    fault.value = reading.ok ? undefined : reading.fault;
    if (reading.ok) keys.open(text, reading);
  };
  return (
    <form
      class="line"
      onSubmit={(event) => {
        event.preventDefault();
        const input = event.currentTarget.elements.namedItem('passphrase');
        if (input instanceof HTMLInputElement) void open(input);
      }}
    >
      <label for={id}>{language.say('passphrase_label')}</label>
      <input id={id} name="passphrase" type="password" autocomplete="off" aria-describedby={`${id}-why`} />
      <button type="submit" class="chip">
        {language.say('passphrase_open')}
      </button>
      <p id={`${id}-why`} class={fault.value ? 'bad' : 'soft'} role="status">
        {fault.value
          ? language.code('key_fault', fault.value.code, fault.value.values)
          : language.say('passphrase_why')}
      </p>
    </form>
  );
}
