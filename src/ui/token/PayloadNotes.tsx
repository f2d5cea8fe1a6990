import { isCompressed } from '../../core/token/form/compact';
import { partOf } from '../../core/token/token';
import { useLanguage } from '../model/model';
import { Inflated } from './Inflated';
import { isEncrypted, payloadOf } from './payload';
import { useShown } from './shown';

/** What else is to be known about how the payload is written: compressed, or without base64url. */
export function PayloadNotes() {
  const { token } = useShown();
  const { say } = useLanguage();
  const payload = payloadOf(token);
  const zipped = isCompressed(partOf(token, 'header'));
  return (
    <>
      {payload?.unencoded && <p class="soft">{say('payload_unencoded')}</p>}
      {zipped && isEncrypted(token) && <p class="soft">{say('payload_zipped_encrypted')}</p>}
      {zipped && payload && !payload.json && (
        <div class="as-text">
          <p class="soft">{say('payload_zipped')}</p>
          <Inflated bytes={payload.bytes} format="deflate-raw" />
          <p class="soft">{say('payload_zipped_raw')}</p>
        </div>
      )}
    </>
  );
}
