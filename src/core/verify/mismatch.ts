import type { Candidate } from './candidates';
import type { SignatureVerdict, WrongCode } from './outcome';
import type { Signed } from './signed';

/** What no key could make good. */
export interface Misfit {
  code: WrongCode;
  values: readonly string[];
}

/** An RSA signature is as long as the modulus (RFC 8017 section 8.2.2). */
export function lengthFor({ row, key }: Candidate): number {
  return row.signatureBytes ?? Math.ceil(key.bits / 8);
}

const isZero = (bytes: Uint8Array) => bytes.every((byte) => byte === 0);

/** A signature of no length, of the wrong length, or with r or s zero (CVE-2022-21449). */
export function misfitOf({ signature }: Signed, candidates: readonly Candidate[]): Misfit | undefined {
  if (signature.length === 0) return { code: 'signature-empty', values: [] };
  const [first] = candidates;
  if (first && !candidates.some((candidate) => lengthFor(candidate) === signature.length)) {
    return { code: 'signature-length', values: [`${signature.length}`, `${lengthFor(first)}`] };
  }
  if (!candidates.every(({ row }) => row.kind === 'ec')) return undefined;
  const half = signature.length / 2;
  const zero = isZero(signature.subarray(0, half)) || isZero(signature.subarray(half));
  return zero ? { code: 'signature-zero', values: [] } : undefined;
}

/** A set of keys without the token's kid is not the issuer's, or not its newest: that is no wrong signature. */
export function notMatching(
  { kid, payloadIsEmpty }: Signed,
  tried: readonly Candidate[],
  misfit?: Misfit,
): SignatureVerdict {
  const foreign = kid !== undefined && tried.every(({ key }) => key.kid !== undefined && key.kid !== kid);
  if (misfit && (misfit.code !== 'signature-length' || !foreign)) return wrong(tried, misfit);
  const [first] = tried;
  if (foreign && first?.key.format === 'jwks')
    return { state: 'unchecked', code: 'kid-not-found', values: [kid] };
  if (foreign) return wrong(tried, { code: 'kid-differs', values: [kid, first?.key.kid ?? ''] });
  return wrong(tried, { code: payloadIsEmpty ? 'payload-empty' : 'no-match', values: [] });
}

function wrong(tried: readonly Candidate[], { code, values }: Misfit): SignatureVerdict {
  return { state: 'wrong', tried: tried.map(({ key }) => key), code, values };
}
