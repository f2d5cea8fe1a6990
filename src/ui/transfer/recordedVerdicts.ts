import { type Finding, severities } from '../../core/findings/finding';
import { type Key, keyNoteCodes } from '../../core/key/key';
import type { Recorded, RecordedToken } from '../../core/transfer/recorded';
import { choices, uncheckedCodes, wrongCodes } from '../../core/verify/outcome';
import type { SignatureVerdict } from '../../core/verify/verify';

/** What of a key may be told: of what kind it is and what it is worth, and nothing that makes or names it. */
function toldOf({ kind, format, source, bits, notes }: Key) {
  return { kind, format, source, bits, notes: notes.map(({ code }) => ({ code })) };
}

/** Numbers and names of algorithms are told; any other value may be a claim's. */
const told = (value: string) => (/^(?:\d+|[A-Z][A-Z0-9+-]{1,20})$/.test(value) ? value : '…');

/** A verdict as it is recorded beside a redacted token. */
export function recordVerdict(verdict: SignatureVerdict): NonNullable<RecordedToken['signature']> {
  if (verdict.state === 'verified') return { ...verdict, key: toldOf(verdict.key) };
  if (verdict.state === 'wrong') return { ...verdict, tried: [], values: verdict.values.map(told) };
  if (verdict.state === 'unchecked') return { ...verdict, values: verdict.values.map(told) };
  return { ...verdict };
}

const isOneOf = <T extends string>(known: readonly T[], value: unknown): value is T =>
  known.some((each) => each === value);
const textsIn = (value: unknown) =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];

/** The recorded verdict, if it is one: it comes out of a file. */
function verdictOf({ signature }: RecordedToken): SignatureVerdict | undefined {
  if (!signature) return undefined;
  const { state, code, values, alg, key, chosenBy } = signature;
  const given = textsIn(values);
  if (state === 'no-key' && typeof alg === 'string') return { state, alg };
  if (state === 'unchecked' && isOneOf(uncheckedCodes, code)) return { state, code, values: given };
  if (state === 'wrong' && isOneOf(wrongCodes, code)) return { state, code, values: given, tried: [] };
  const known = keyOf(key);
  if (state !== 'verified' || typeof alg !== 'string' || !known || !isOneOf(choices, chosenBy))
    return undefined;
  return { state, alg, key: known, chosenBy };
}

function keyOf(value: unknown): Key | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { kind, format, source, bits, notes } = value as Partial<Record<keyof Key, unknown>>;
  if (!isOneOf(['secret', 'rsa', 'ec', 'okp', 'akp'], kind)) return undefined;
  if (!isOneOf(['yours', 'traffic', 'carried'], source) || typeof bits !== 'number') return undefined;
  const codes = Array.isArray(notes) ? notes.map((note) => (note as { code?: unknown } | null)?.code) : [];
  return {
    kind,
    format: isOneOf(['secret', 'spki', 'x509', 'pkcs8', 'pkcs1', 'sec1', 'jwk', 'jwks', 'openssh'], format)
      ? format
      : 'jwk',
    source,
    bits,
    private: false,
    notes: keyNoteCodes.filter((code) => codes.includes(code)).map((code) => ({ code })),
    material: { type: 'bytes', bytes: new Uint8Array() },
  };
}

/** The verdicts of a file, by the texts that stand for the tokens. */
export function recordedVerdicts(recorded: Recorded): ReadonlyMap<string, SignatureVerdict> {
  return new Map(
    recorded.flatMap((each) => {
      const verdict = verdictOf(each);
      return verdict ? [[each.token, verdict] as const] : [];
    }),
  );
}

/** The same of what was found. */
export function recordedFindings(recorded: Recorded): ReadonlyMap<string, readonly Finding[]> {
  return new Map(
    recorded.map(({ token, findings = [] }) => [
      token,
      findings.flatMap((each) =>
        isOneOf(severities, each.severity) ? [{ ...each, severity: each.severity }] : [],
      ),
    ]),
  );
}
