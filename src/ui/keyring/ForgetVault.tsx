import { Icon } from '../Icon';
import { useLanguage } from '../model/model';
import type { KeyVault } from '../surroundings';

/** Forgetting cannot be undone, so it takes a second click. */
export function ForgetVault({ vault }: { vault: KeyVault }) {
  const { say } = useLanguage();
  return (
    <details class="folded">
      <summary>
        <Icon name="fold" />
        {say('vault_forget')}
      </summary>
      <p class="soft">{say(vault.state.value === 'locked' ? 'vault_forget_locked' : 'vault_forget_why')}</p>
      <button type="button" class="chip" onClick={() => void vault.forget()}>
        {say('vault_forget_now')}
      </button>
    </details>
  );
}
