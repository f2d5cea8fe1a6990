import { CarriedKey } from '../keyring/CarriedKey';
import { Discovered } from '../keyring/Discovered';
import { KeepKey } from '../keyring/KeepKey';
import { KeptKeys } from '../keyring/KeptKeys';
import { KeyFile } from '../keyring/KeyFile';
import { SeenKeys } from '../keyring/SeenKeys';
import { useKeyStores } from '../keyring/useKeyStores';
import { Vault } from '../keyring/Vault';
import { useModel } from '../model/model';
import { Settling } from '../Settling';
import { KeyDetails } from './KeyDetails';
import { Passphrase } from './Passphrase';

/** Below the box: what the key in it is, a passphrase where it needs one, and the keys that come from elsewhere. */
export function KeyMore() {
  const reading = useModel().keys.reading.value;
  const stores = useKeyStores();
  const locked = reading && !reading.ok && reading.fault.code === 'pem-encrypted';
  return (
    <>
      {!stores && <Settling />}
      <CarriedKey />
      {locked && <Passphrase />}
      {reading?.ok && <KeyDetails keys={reading.keys} />}
      {reading?.ok && <KeepKey keys={reading.keys} />}
      {stores && <SeenKeys seen={stores.seen.value} />}
      {stores && <Discovered seen={stores.seen.value} />}
      <KeptKeys />
      {stores?.vault && <Vault vault={stores.vault} />}
      <KeyFile />
    </>
  );
}
