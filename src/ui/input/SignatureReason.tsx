import { Icon } from '../Icon';
import { useModel } from '../model/model';

/** Why the signature of the shown token does not match or cannot be checked: next to the key, where it can be mended. */
export function SignatureReason() {
  const { selection, verdicts, language } = useModel();
  const text = selection.text.value;
  const verdict = text === undefined ? undefined : verdicts.of(text).value;
  if (verdict?.state !== 'wrong' && verdict?.state !== 'unchecked') return null;
  return (
    <p class={`remark ${verdict.state === 'wrong' ? 'bad' : 'warn'}`}>
      <Icon name={verdict.state === 'wrong' ? 'wrong' : 'info'} />
      <span>{language.code('signature', verdict.code, verdict.values)}</span>
    </p>
  );
}
