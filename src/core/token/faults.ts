import { base64urlFaultCodes } from './base64urlByHand';
import { causeCodes } from './causes';
import { jsonFaultCodes } from './json/faults';
import { profileFaultCodes } from './profiles';
import { sdJwtFaultCodes } from './sdJwt/faults';
import { utf8FaultCodes } from './utf8';

/** What can be wrong with the shape of a token; what can be wrong inside a part has its own tables. */
export const shapeFaultCodes = [
  'empty',
  'one-part',
  'two-parts',
  'four-parts',
  'too-many-parts',
  'header-empty',
  'header-not-object',
  'payload-empty',
  'payload-not-object',
  'alg-missing',
  'alg-not-text',
  'alg-empty',
  'enc-missing',
  'b64-not-critical',
  'signature-missing',
  'form-no-token',
  'form-member-missing',
  'form-wrong-type',
  'header-name-twice',
  'disclosure-not-array',
  'sd-jwt-encrypted',
  'sd-too-many',
] as const;

/** Every code that a {@link Fault} can have; each has a sentence under `fault_` + code. */
export const faultCodes = [
  ...shapeFaultCodes,
  ...base64urlFaultCodes,
  ...utf8FaultCodes,
  ...jsonFaultCodes,
  ...sdJwtFaultCodes,
  ...causeCodes,
  ...profileFaultCodes,
] as const;

export type FaultCode = (typeof faultCodes)[number];
