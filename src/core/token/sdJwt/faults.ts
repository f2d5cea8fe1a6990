/** Why a recipient must refuse an SD-JWT (RFC 9901 section 7); each has a sentence under `fault_` + code. */
export const sdJwtFaultCodes = [
  'sd-hash-unknown',
  'sd-payload-not-object',
  'sd-digests-malformed',
  'sd-digest-twice',
  'sd-disclosure-twice',
  'sd-disclosure-unreferenced',
  'sd-disclosure-malformed',
  'sd-name-forbidden',
  'sd-name-exists',
  'sd-binding-unreadable',
  'sd-binding-type',
  'sd-binding-claim-missing',
  'sd-binding-hash',
] as const;

export type SdJwtFaultCode = (typeof sdJwtFaultCodes)[number];
