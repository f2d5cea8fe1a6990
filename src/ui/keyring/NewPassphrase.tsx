import { useSignal } from '@preact/signals';
import { useId, useRef } from 'preact/hooks';
import { Icon } from '../Icon';
import { useLanguage } from '../model/model';
import type { MessageKey } from '../say';
import type { KeyVault } from '../surroundings';

/** Asks twice for the passphrase that the keyring is encrypted with from now on: nobody can open it without. */
export function NewPassphrase({ vault, heading }: { vault: KeyVault; heading: MessageKey }) {
  const { say } = useLanguage();
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const outcome = useSignal<MessageKey>('vault_why');
  const textOf = (name: string) => {
    const input = form.current?.elements.namedItem(name);
    return input instanceof HTMLInputElement ? input.value : '';
  };
  const remember = async () => {
    const [passphrase, again] = [textOf('passphrase'), textOf('again')];
    if (passphrase === '' || passphrase !== again) {
      outcome.value = passphrase === '' ? 'vault_empty' : 'vault_differ';
      return;
    }
    outcome.value = 'vault_working';
    await vault.remember(passphrase);
    form.current?.reset();
    outcome.value = 'vault_changed';
  };
  return (
    <details class="folded">
      <summary>
        <Icon name="fold" />
        {say(heading)}
      </summary>
      <form
        ref={form}
        class="line"
        onSubmit={(event) => {
          event.preventDefault();
          void remember();
        }}
      >
        <label for={id}>{say('vault_passphrase')}</label>
        <input id={id} name="passphrase" type="password" autocomplete="off" aria-describedby={`${id}-why`} />
        <label for={`${id}-again`}>{say('vault_again')}</label>
        <input id={`${id}-again`} name="again" type="password" autocomplete="off" />
        <button type="submit" class="chip">
          {say('vault_encrypt')}
        </button>
        <p id={`${id}-why`} class={outcome.value === 'vault_differ' ? 'bad' : 'soft'} role="status">
          {say(outcome.value)}
        </p>
      </form>
    </details>
  );
}
