import { Icon } from '../Icon';
import { useLanguage, useModel } from '../model/model';
import type { KeyVault } from '../surroundings';
import { ForgetVault } from './ForgetVault';
import { NewPassphrase } from './NewPassphrase';
import { UnlockVault } from './UnlockVault';

/** The keyring on disk, encrypted: to begin with it, to open it after a browser start, to change or to forget it. */
export function Vault({ vault }: { vault: KeyVault }) {
  const { keys } = useModel();
  const state = vault.state.value;
  if (state === 'locked') return <UnlockVault vault={vault} />;
  if (state === 'open') return <Open vault={vault} />;
  return keys.kept.value.length > 0 ? <NewPassphrase vault={vault} heading="vault_remember" /> : null;
}

function Open({ vault }: { vault: KeyVault }) {
  const { say } = useLanguage();
  return (
    <section class="vault" aria-label={say('vault_title')}>
      <p class="remark soft">
        <Icon name="done" />
        <span>{say('vault_open')}</span>
      </p>
      <NewPassphrase vault={vault} heading="vault_change" />
      <ForgetVault vault={vault} />
    </section>
  );
}
