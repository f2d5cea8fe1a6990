import type { SecretEncoding } from '../../key/key';
import { readKeys } from '../../key/readKeys';
import { readToken } from '../../token/read';
import type { Token } from '../../token/token';
import { readSigned, type Signed } from '../signed';
import { verifySignature } from '../verify';
import { addedClaimTrials, otherHeaderTrials } from './alteredTrials';
import { algorithmTrials, restrictionTrials } from './keyTrials';
import { macRemedy } from './macTrial';
import { payloadTrials } from './payloadTrials';
import { keyAsSecretTrials, secretTrials } from './secretTrials';
import { signatureTrials } from './signatureTrials';
import { type ExaminationCode, fits, type Patient, type Remedy, type Trial } from './trial';
import { alteredPart } from './twins';

/** What the doctor found: the one guess that fits, or nothing; and what was tried either way. */
export interface Diagnosis {
  remedy?: Remedy;
  /** Which of the given keys the remedy is about, from 0; absent when it is about none. */
  keyIndex?: number;
  tried: readonly ExaminationCode[];
}

/** A key as it was given. */
export interface GivenKey {
  text: string;
  encoding?: SecretEncoding | undefined;
}

interface Examination {
  code: ExaminationCode;
  /** Whether it makes sense for this patient. */
  suits(patient: Patient): boolean;
  trials(patient: Patient, token: Token): readonly Trial[];
}

const hasMac = ({ signed }: Patient) => signed.rows.some(({ kind }) => kind === 'secret');
const hasSecret = ({ keys }: Patient) => keys.some(({ kind }) => kind === 'secret');
const hasKeys = ({ keys }: Patient) => keys.length > 0;

/** From the likely to the odd. Each is bounded by what it is made of; together they are some hundred checks. */
const examinations: readonly Examination[] = [
  { code: 'secret', suits: (patient) => hasMac(patient) && hasSecret(patient), trials: secretTrials },
  {
    code: 'key-as-secret',
    suits: (patient) => hasMac(patient) && !hasSecret(patient),
    trials: keyAsSecretTrials,
  },
  { code: 'key-restriction', suits: hasKeys, trials: restrictionTrials },
  { code: 'algorithm', suits: hasKeys, trials: algorithmTrials },
  { code: 'signature', suits: hasKeys, trials: signatureTrials },
  { code: 'payload', suits: hasKeys, trials: payloadTrials },
  { code: 'altered-header', suits: hasKeys, trials: otherHeaderTrials },
  { code: 'altered-payload', suits: hasKeys, trials: addedClaimTrials },
];

/** Of a longer keyring, and of a larger set, the first are examined; and so many checks are made in all. */
const mostGiven = 12;
const mostKeys = 20;
const mostChecks = 5_000;

/**
 * Says why a signature does not match, by trying what commonly goes wrong with token and keys. For a signature that
 * verifies there is nothing to find. Nothing is changed: the remedy says what to change. `others` are tokens that were
 * captured too.
 */
export async function diagnose(
  token: Token,
  given: readonly GivenKey[],
  others: readonly string[] = [],
): Promise<Diagnosis> {
  const [signed] = readSigned(token);
  if (!signed) return { tried: [] };
  if ('state' in signed) return signed.code === 'encoding' ? diagnoseEncoding(token, given) : { tried: [] };
  const tried = new Set<ExaminationCode>();
  const budget = { checks: mostChecks };
  for (const [keyIndex, key] of given.slice(0, mostGiven).entries()) {
    const remedy = await examine(token, signed, key, tried, budget);
    if (remedy) return { remedy, keyIndex, tried: [...tried] };
  }
  const twin = alteredPart(token.text, others);
  return { ...(twin && { remedy: { code: twin, values: [] } }), tried: [...tried] };
}

interface Budget {
  checks: number;
}

async function examine(
  token: Token,
  signed: Signed,
  { text, encoding }: GivenKey,
  tried: Set<ExaminationCode>,
  budget: Budget,
): Promise<Remedy | undefined> {
  const reading = readKeys(text, encoding);
  const keys = reading.ok ? reading.keys.slice(0, mostKeys) : [];
  const patient = { signed, keys, keyText: text };
  for (const { code, trials } of examinations.filter(({ suits }) => suits(patient))) {
    tried.add(code);
    const remedy = await firstFit(trials(patient, token), budget);
    if (remedy) return remedy;
  }
  return keys[0] && macRemedy(patient, keys[0]);
}

async function firstFit(trials: readonly Trial[], budget: Budget): Promise<Remedy | undefined> {
  for (const trial of trials) {
    budget.checks -= 1;
    if (budget.checks < 0) return undefined;
    if (await fits(trial)) return { code: trial.code, values: trial.values };
  }
  return undefined;
}

/** Padding, the other alphabet, white space: the token verifies once they are put right. */
async function diagnoseEncoding(token: Token, given: readonly GivenKey[]): Promise<Diagnosis> {
  const repaired = token.text
    .replace(/[=\s]+/g, '')
    .replaceAll('+', '-')
    .replaceAll('/', '_');
  const tried: readonly ExaminationCode[] = ['encoding'];
  if (repaired === token.text) return { tried };
  for (const [keyIndex, { text, encoding }] of given.slice(0, mostGiven).entries()) {
    const reading = readKeys(text, encoding);
    const verdict = reading.ok ? await verifySignature(readToken(repaired), reading.keys) : undefined;
    if (verdict?.state === 'verified')
      return { remedy: { code: 'encoding-repaired', values: [] }, keyIndex, tried };
  }
  return { tried };
}
