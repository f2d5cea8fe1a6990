import { useContext } from 'preact/hooks';
import type { SignatureVerdict } from '../../core/verify/verify';
import { Later } from '../Later';
import { useModel } from '../model/model';
import { Settling } from '../Settling';
import { ShownContext } from '../token/shown';
import { useIsFirst } from '../useIsFirst';
import { useShownSignature } from './SignatureReason';

const loadDoctor = async () => (await import('./Doctor')).Doctor;

/** Reasons why a signature can't be checked of which another reading of token or key may be the cause. */
const treatable: ReadonlySet<string> = new Set([
  'encoding',
  'needs-secret',
  'needs-rsa',
  'needs-ec',
  'needs-okp',
  'needs-akp',
  'wrong-curve',
  'key-alg',
  'key-use',
]);

function isIll(verdict: SignatureVerdict | undefined): boolean {
  return verdict?.state === 'wrong' || (verdict?.state === 'unchecked' && treatable.has(verdict.code));
}

/** Calls the doctor when no given key fits the token that is shown. */
export function DoctorCall() {
  const { draft, keyring } = useModel().surroundings;
  const shown = useContext(ShownContext);
  const verdict = useShownSignature();
  const isFirst = useIsFirst(verdict !== undefined);
  const hasKeys = draft.value.key !== '' || keyring.value.length > 0;
  if (!hasKeys || !shown || shown.reading.lookalike) return null;
  if (!verdict && isFirst) return <Settling />;
  return isIll(verdict) ? <Later load={loadDoctor} props={{}} holds /> : null;
}
