import type { SecretEncoding } from '../../key/key';
import { readKeys } from '../../key/readKeys';
import { readToken } from '../../token/read';
import type { Token } from '../../token/token';
import { readSigned } from '../signed';
import { verifySignature } from '../verify';
import { algorithmTrials, restrictionTrials } from './keyTrials';
import { payloadTrials } from './payloadTrials';
import { keyAsSecretTrials, secretTrials } from './secretTrials';
import { isCutMac, signatureTrials } from './signatureTrials';
import { type ExaminationCode, fits, type Patient, type RemedyCode, type Trial } from './trial';

/** What the doctor found: the one guess that fits, or nothing; and what was tried either way. */
export interface Diagnosis {
  remedy?: { code: RemedyCode; values: readonly string[] };
  tried: readonly ExaminationCode[];
}

interface Examination {
  code: ExaminationCode;
  /** Whether it makes sense for this patient. */
  suits(patient: Patient): boolean;
  trials(patient: Patient, token: Token): readonly Trial[];
}

const hasMac = ({ signed }: Patient) => signed.rows.some(({ kind }) => kind === 'secret');
const hasSecret = ({ keys }: Patient) => keys.some(({ kind }) => kind === 'secret');

/** From the likely to the odd. Each is bounded by what it is made of; together they are some hundred checks. */
const examinations: readonly Examination[] = [
  { code: 'secret', suits: (patient) => hasMac(patient) && hasSecret(patient), trials: secretTrials },
  {
    code: 'key-as-secret',
    suits: (patient) => hasMac(patient) && !hasSecret(patient),
    trials: keyAsSecretTrials,
  },
  { code: 'key-restriction', suits: ({ keys }) => keys.length > 0, trials: restrictionTrials },
  { code: 'algorithm', suits: ({ keys }) => keys.length > 0, trials: algorithmTrials },
  { code: 'signature', suits: ({ keys }) => keys.length > 0, trials: signatureTrials },
  { code: 'payload', suits: ({ keys }) => keys.length > 0, trials: payloadTrials },
];

/**
 * Says why a signature does not match, by trying what commonly goes wrong with token and key. For a signature that
 * verifies there is nothing to find. Nothing is changed: the remedy says what to change.
 */
export async function diagnose(token: Token, keyText: string, encoding?: SecretEncoding): Promise<Diagnosis> {
  const reading = readKeys(keyText, encoding);
  const keys = reading.ok ? reading.keys : [];
  const [signed] = readSigned(token);
  if (!signed) return { tried: [] };
  if ('state' in signed)
    return signed.code === 'encoding' ? diagnoseEncoding(token, keyText, encoding) : { tried: [] };
  const patient = { signed, keys, keyText };
  const tried: ExaminationCode[] = [];
  for (const { code, trials } of examinations.filter(({ suits }) => suits(patient))) {
    tried.push(code);
    const remedy = await firstFit(trials(patient, token));
    if (remedy) return { remedy, tried };
  }
  const cut = keys[0] && (await isCutMac(patient, keys[0]));
  return cut
    ? { remedy: { code: 'signature-cut', values: [`${signed.signature.length}`] }, tried }
    : { tried };
}

async function firstFit(trials: readonly Trial[]): Promise<Diagnosis['remedy']> {
  for (const trial of trials) {
    if (await fits(trial)) return { code: trial.code, values: trial.values };
  }
  return undefined;
}

/** Padding, the other alphabet, white space: the token verifies once they are put right. */
async function diagnoseEncoding(
  token: Token,
  keyText: string,
  encoding?: SecretEncoding,
): Promise<Diagnosis> {
  const repaired = token.text
    .replace(/[=\s]+/g, '')
    .replaceAll('+', '-')
    .replaceAll('/', '_');
  const tried: readonly ExaminationCode[] = ['encoding'];
  const reading = readKeys(keyText, encoding);
  if (repaired === token.text || !reading.ok) return { tried };
  const verdict = await verifySignature(readToken(repaired), reading.keys);
  return verdict.state === 'verified'
    ? { remedy: { code: 'encoding-repaired', values: [] }, tried }
    : { tried };
}
