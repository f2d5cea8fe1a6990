import { isObject, type Loose } from './loose';

/** What was known of a token before it was redacted: the answers that can no longer be worked out. */
export interface RecordedToken {
  /** The token's text in the file. */
  token: string;
  /** State and code of the signature's verdict, and the algorithm. */
  signature?: { state: string; code?: string; alg?: string };
  /** Codes of what was found, with their severities. */
  findings?: readonly { code: string; severity: string }[];
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
  const isFinding = (each: unknown) =>
    isObject(each) && typeof each.code === 'string' && typeof each.severity === 'string';
  return isSigned && (findings === undefined || (Array.isArray(findings) && findings.every(isFinding)));
}
