import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { Icon } from '../Icon';
import { useLanguage } from '../model/model';
import type { MessageKey } from '../say';
import type { KeyVault } from '../surroundings';
import { ForgetVault } from './ForgetVault';

/** Asks for the passphrase of the remembered keys, after the browser was started. */
export function UnlockVault({ vault }: { vault: KeyVault }) {
  const { say, code } = useLanguage();
  const id = useId();
  const said = useSignal('');
  const unlock = async (input: HTMLInputElement) => {
    said.value = say('vault_working' satisfies MessageKey);
    const fault = await vault.unlock(input.value);
    said.value = fault ? code('vault_fault', fault) : '';
    input.select();
  };
  return (
    <section class="vault" aria-label={say('vault_title')}>
      <form
        class="line"
        onSubmit={(event) => {
          event.preventDefault();
          const input = event.currentTarget.elements.namedItem('passphrase');
          if (input instanceof HTMLInputElement) void unlock(input);
        }}
      >
        <Icon name="key" />
        <label for={id}>{say('vault_locked')}</label>
        <input id={id} name="passphrase" type="password" autocomplete="off" aria-describedby={`${id}-why`} />
        <button type="submit" class="chip">
          {say('vault_unlock')}
        </button>
        <p id={`${id}-why`} class="bad" role="status">
          {said.value}
        </p>
      </form>
      <ForgetVault vault={vault} />
    </section>
  );
}
