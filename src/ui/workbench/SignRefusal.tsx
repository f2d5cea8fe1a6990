import { signingAlgorithms } from '../../core/sign/jws/fitting';
import { Icon } from '../Icon';
import { useModel } from '../model/model';
import type { Bench } from './bench';

const aboutKey: ReadonlySet<string> = new Set([
  'needs-secret',
  'needs-rsa',
  'needs-ec',
  'needs-okp',
  'needs-akp',
  'wrong-curve',
  'key-alg',
]);

/** Why it was not signed, with the way out where there is one; and what is worth knowing about what was. */
export function SignRefusal({ bench }: { bench: Bench }) {
  const { language } = useModel();
  const { made, key } = bench;
  const signing = made.value?.signing;
  if (!signing) return null;
  if (signing.state === 'signed') {
    const ofBox = key.value?.inBox === true;
    // Below the box it is said already.
    const warnings = signing.warnings.filter(({ code }) => !(ofBox && code.startsWith('short-')));
    return (
      <ul>
        {warnings.map(({ code, values }) => (
          <li class="remark warn" key={code}>
            <Icon name="warning" />
            <span>{language.code('sign_warning', code, values)}</span>
          </li>
        ))}
      </ul>
    );
  }
  const [fitting] = key.value && aboutKey.has(signing.code) ? signingAlgorithms(key.value.key) : [];
  return (
    <p class="remark bad" role="alert">
      <Icon name="wrong" />
      <span>
        {language.code('sign', signing.code, signing.values)}{' '}
        {fitting !== undefined && (
          <button type="button" class="link" onClick={() => bench.setAlg(fitting)}>
            {language.say('wb_use_alg', [fitting])}
          </button>
        )}
      </span>
    </p>
  );
}
