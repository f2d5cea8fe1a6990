import type { Recorded } from '../../core/transfer/recorded';
import type { SignatureVerdict } from '../../core/verify/verify';

export function recordedVerdicts(_recorded: Recorded): ReadonlyMap<string, SignatureVerdict> {
  return new Map();
}
