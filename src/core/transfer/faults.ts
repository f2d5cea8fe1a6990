/** What can be wrong with a file that is imported, or with an entry of it. */
export const importFaultCodes = [
  'not-json',
  'no-entries',
  'cut-off',
  'entry-not-json',
  'not-an-object',
  'missing',
  'not-kept-right',
] as const;
export type ImportFaultCode = (typeof importFaultCodes)[number];

export interface ImportFault {
  code: ImportFaultCode;
  /** Number of the entry within the file, from 1; absent: the file as a whole. */
  entry?: number;
  /** The member at fault, as `request.url`. */
  member?: string;
}

/** What a file that can be read does not hold. */
export const importNoteCodes = [
  'sanitised',
  'values-redacted',
  'no-bodies',
  'no-times',
  'redacted-export',
] as const;
export type ImportNoteCode = (typeof importNoteCodes)[number];

export interface ImportNote {
  code: ImportNoteCode;
  /** How many entries it is true of; absent: of all. */
  count?: number;
}
