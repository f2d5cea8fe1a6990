import { useContext } from 'preact/hooks';
import type { SignatureVerdict } from '../../core/verify/verify';
import { Icon } from '../Icon';
import { useModel } from '../model/model';
import { ShownContext } from '../token/shown';

/** The answer about the signature of the token that is shown; undefined while there is none. */
export function useShownSignature(): SignatureVerdict | undefined {
  const { verdicts } = useModel();
  const shown = useContext(ShownContext);
  return shown && verdicts.of(shown.token.text).value;
}

/** Why the signature of the shown token does not match or cannot be checked: next to the key, where it can be mended. */
export function SignatureReason() {
  const { language } = useModel();
  const verdict = useShownSignature();
  if (verdict?.state !== 'wrong' && verdict?.state !== 'unchecked') return null;
  return (
    <p class={`remark ${verdict.state === 'wrong' ? 'bad' : 'warn'}`}>
      <Icon name={verdict.state === 'wrong' ? 'wrong' : 'info'} />
      <span>{language.code('signature', verdict.code, verdict.values)}</span>
    </p>
  );
}
