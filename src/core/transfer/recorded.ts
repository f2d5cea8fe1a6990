import { isObject, type Loose } from './loose';

/** What was known of a token before it was redacted: the answers that can no longer be worked out. */
export interface RecordedToken {
  /** The text that stands for it in the file. */
  token: string;
  /** The verdict on its signature, without any key's material or name. */
  signature?: Loose & { state: string };
  findings?: readonly RecordedFinding[];
}

export interface RecordedFinding {
  id: string;
  severity: string;
  source: string;
  values: readonly string[];
}

export type Recorded = readonly RecordedToken[];

/** The version of what our own member holds. */
export const ownVersion = 1;

/** What a redacted export of ours recorded; undefined for any other file. */
export function recordedIn(own: Loose): Recorded | undefined {
  if (own.redacted !== true || !Array.isArray(own.recorded)) return undefined;
  return own.recorded.flatMap((each) => (isRecorded(each) ? [each] : []));
}

function isRecorded(value: unknown): value is RecordedToken {
  if (!isObject(value) || typeof value.token !== 'string') return false;
  const { signature, findings } = value;
  const isSigned = signature === undefined || (isObject(signature) && typeof signature.state === 'string');
  return isSigned && (findings === undefined || (Array.isArray(findings) && findings.every(isFinding)));
}

const isFinding = (each: unknown) =>
  isObject(each) &&
  [each.id, each.severity, each.source].every((text) => typeof text === 'string') &&
  Array.isArray(each.values) &&
  each.values.every((text) => typeof text === 'string');
