import type { CauseCode } from './cause';

/** What a server's message says of the cause. */
export interface MessageRow {
  pattern: RegExp;
  /** Whose words these are. */
  library?: string;
  /** How strongly it speaks for each cause, 0 to 1. Of all others it says that they are unlikely. */
  says: Partial<Record<CauseCode, number>>;
}

/** Where the header's form is at fault, libraries stumble over the first bytes that are no base64url. */
export const undecodable = {
  'bearer-where-raw': 0.75,
  'doubled-prefix': 0.75,
  quotes: 0.75,
  'stray-space': 0.85,
  truncated: 0.75,
  damaged: 0.75,
  placeholder: 0.6,
} as const;

export const form = {
  'raw-where-bearer': 0.9,
  'doubled-prefix': 0.5,
  placeholder: 0.5,
  'other-scheme': 0.8,
  quotes: 0.3,
} as const;
export const missing = {
  'no-token': 0.95,
  'raw-where-bearer': 0.9,
  'redirect-dropped': 0.9,
  preflight: 0.9,
  'other-scheme': 0.9,
  'wrong-place': 0.8,
  placeholder: 0.7,
  'stray-space': 0.8,
  'bearer-where-raw': 0.1,
} as const;
export const expired = { expired: 0.95, 'zone-shift': 0.95, 'clock-skew': 0.95 } as const;
export const early = { 'not-yet-valid': 0.8, 'clock-skew': 0.8, 'zone-shift': 0.85 } as const;
export const fromFuture = { 'issued-in-future': 0.9, 'clock-skew': 0.9, 'zone-shift': 0.95 } as const;
