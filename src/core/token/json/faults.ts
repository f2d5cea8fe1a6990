/** Every reason a text is not the JSON that RFC 8259 describes, and what is worth a warning though it is. */
export const jsonFaultCodes = [
  'json-empty',
  'json-unexpected-character',
  'json-unexpected-end',
  'json-unterminated-string',
  'json-single-quotes',
  'json-control-character',
  'json-escape',
  'json-number',
  'json-word',
  'json-unquoted-name',
  'json-missing-colon',
  'json-missing-comma',
  'json-trailing-comma',
  'json-comment',
  'json-trailing-text',
  'json-lone-surrogate',
  'json-duplicate-member',
  'json-byte-order-mark',
  'json-too-deep',
  'json-too-many',
] as const;

export type JsonFaultCode = (typeof jsonFaultCodes)[number];

/** The text is JSON all the same (RFC 8259 sections 4, 8.1, 8.2 and 9 leave these to the reader). */
export const jsonWarnings: ReadonlySet<JsonFaultCode> = new Set([
  'json-lone-surrogate',
  'json-duplicate-member',
  'json-byte-order-mark',
  'json-too-deep',
  'json-too-many',
]);

export interface JsonFault {
  code: JsonFaultCode;
  /** UTF-16 offset in the text. */
  at: number;
  /** From 1. */
  line: number;
  /** From 1, in UTF-16 units. */
  column: number;
  values?: readonly string[];
}
