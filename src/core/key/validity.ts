import type { CertificateFacts } from './key';

export const certificateStates = ['current', 'expired', 'not-yet-valid', 'unknown'] as const;
export type CertificateState = (typeof certificateStates)[number];

/** Where now stands in a certificate's validity, whose both ends count (RFC 5280 section 4.1.2.5). */
export function certificateAt(
  { notBeforeSeconds, notAfterSeconds }: CertificateFacts,
  nowSeconds: number,
): CertificateState {
  if (Number.isNaN(notBeforeSeconds) || Number.isNaN(notAfterSeconds)) return 'unknown';
  if (nowSeconds < notBeforeSeconds) return 'not-yet-valid';
  return nowSeconds > notAfterSeconds ? 'expired' : 'current';
}
