import { useModel } from '../model/model';
import { KeepKey } from './KeepKey';
import { KeptKeys } from './KeptKeys';
import { KeyDetails } from './KeyDetails';
import { Passphrase } from './Passphrase';

/** Below the box: what the key in it is, a passphrase where it needs one, and the keys that are kept. */
export function KeyMore() {
  const reading = useModel().keys.reading.value;
  const locked = reading && !reading.ok && reading.fault.code === 'pem-encrypted';
  return (
    <>
      {locked && <Passphrase />}
      {reading?.ok && <KeyDetails keys={reading.keys} />}
      {reading?.ok && <KeepKey keys={reading.keys} />}
      <KeptKeys />
    </>
  );
}
