import { useModel } from '../model/model';
import { KeptKeys } from './KeptKeys';
import { useKeyStores } from './useKeyStores';
import { Vault } from './Vault';

/** The keys that every token is checked against, and whether they are remembered on this computer. */
export function KeyringSettings() {
  const { keys, language } = useModel();
  const stores = useKeyStores();
  return (
    <fieldset class="key">
      <legend>{language.say('kept_title')}</legend>
      {keys.kept.value.length === 0 && <p class="soft">{language.say('settings_keys_none')}</p>}
      <KeptKeys />
      {stores?.vault && <Vault vault={stores.vault} />}
    </fieldset>
  );
}
