/**
 * Why a server may have refused; each has a sentence under `refusal_` + code and what to do under `refusal_do_` + code.
 * In the order in which servers look: among equally likely ones the first is named first.
 */
export const causeCodes = [
  'preflight',
  'redirect-dropped',
  'no-token',
  'placeholder',
  'other-scheme',
  'doubled-prefix',
  'quotes',
  'stray-space',
  'raw-where-bearer',
  'bearer-where-raw',
  'wrong-place',
  'truncated',
  'damaged',
  'alg-none',
  'algorithm',
  'signature',
  'zone-shift',
  'clock-skew',
  'issued-in-future',
  'not-yet-valid',
  'expired',
  'time-malformed',
  'subject-type',
  'issuer',
  'audience',
  'claim-missing',
  'refresh-as-access',
  'id-as-access',
  'dpop-nonce',
  'dpop-proof',
  'csrf',
  'refresh-spent',
  'revoked',
  'superseded',
  'scope',
  'unknown-user',
  'not-permitted',
  'server-fault',
  'unknown',
] as const;
export type CauseCode = (typeof causeCodes)[number];

/** What speaks for a cause; each has a sentence under `evidence_` + code, whose figures are `values`. */
export const evidenceCodes = [
  'sent-nothing',
  'sent-value',
  'sent-raw',
  'sent-scheme',
  'asked-scheme',
  'worked-with',
  'worked-same-token',
  'worked-other-value',
  'message',
  'library-says',
  'time-when-sent',
  'clock-ahead',
  'zone-fits',
  'signature-wrong',
  'signature-verified',
  'by-elimination',
  'signature-short',
  'claim-value',
  'expected',
  'refused-before',
  'came-after-redirect',
  'is-preflight',
  'role',
  'replaced',
  'logged-out',
  'scope-wanted',
  'nonce-wanted',
  'family-revoked',
] as const;
export type EvidenceCode = (typeof evidenceCodes)[number];

export interface Evidence {
  code: EvidenceCode;
  values: readonly string[];
}

/** One reason for a cause: how strongly it speaks for it, 0 to 1, and what it is. */
export interface Suspicion {
  cause: CauseCode;
  weight: number;
  evidence?: Evidence;
}

export function suspect(
  cause: CauseCode,
  weight: number,
  code?: EvidenceCode,
  ...values: readonly (string | number)[]
): Suspicion {
  return { cause, weight, ...(code && { evidence: { code, values: values.map(String) } }) };
}
