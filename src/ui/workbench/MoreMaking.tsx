import { useModel } from '../model/model';
import type { Bench } from './bench';
import { Disclose } from './Disclose';
import { Encrypt } from './Encrypt';
import { Folded } from './Folded';
import { KeyExports } from './KeyExports';
import { Present } from './Present';

/** What is wanted less often: taking the key along, encrypting, and tokens that disclose selectively. */
export function MoreMaking({ bench }: { bench: Bench }) {
  const { say } = useModel().language;
  return (
    <div class="more-making">
      <Present bench={bench} />
      <Folded title={say('wb_export')}>
        <KeyExports bench={bench} />
      </Folded>
      <Folded title={say('wb_encrypt_title')}>
        <Encrypt bench={bench} />
      </Folded>
      <Folded title={say('wb_disclose_title')}>
        <Disclose bench={bench} />
      </Folded>
    </div>
  );
}
