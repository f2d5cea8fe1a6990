import type { Key } from '../key/key';
import { thumbprintOf } from '../key/thumbprint';
import type { Token } from '../token/token';
import { type Candidate, candidatesFor } from './candidates';
import { certifiedFirst, isCertified } from './certified';
import { type Checker, checkerOf } from './checkers';
import { lengthFor, misfitOf, notMatching } from './mismatch';
import { type ChosenBy, type SignatureVerdict, type Unchecked, unchecked } from './outcome';
import { type Detached, readSigned, type Signed } from './signed';

export type { SignatureVerdict } from './outcome';

/** The signatures of one token, or why they can't be checked. */
export type Signatures = readonly (Signed | Unchecked)[];

/** By a signature's place in its token: whether a key makes it. */
type Answer = (boolean | undefined)[];

/** What the keys have said of one token's signatures; kept by the caller, so that no key is asked twice. */
export type Answers = WeakMap<Key, Answer>;

const read = new WeakMap<Token, Signatures>();

/**
 * Checks a token's signature against keys. A pure read: the token's characters are used as they stand.
 *
 * The keys choose the algorithm family; the header only says which of their algorithms was used. The first key
 * that fits is the one that verifies: keys with the token's kid first, then the others in their order. Of a token
 * with several signatures, one that verifies is enough (RFC 7515 section 5.2).
 * `detached` is the payload of a token that travels without it (RFC 7515 appendix F, RFC 7797).
 */
export async function verifySignature(
  token: Token,
  keys: readonly Key[],
  detached?: Detached,
): Promise<SignatureVerdict> {
  return verifySignatures(signaturesOf(token, detached), keys);
}

/** The same for signatures that were read before. What `answers` holds is not worked out again. */
export function verifySignatures(
  signatures: Signatures,
  keys: readonly Key[],
  answers?: Answers,
): Promise<SignatureVerdict> {
  const [only] = signatures;
  return only && signatures.length === 1
    ? Promise.resolve(verifyOne(only, 0, keys, answers))
    : verifySeveral(signatures, keys, answers);
}

async function verifySeveral(
  signatures: Signatures,
  keys: readonly Key[],
  answers: Answers | undefined,
): Promise<SignatureVerdict> {
  let best: SignatureVerdict | undefined;
  for (const [at, signed] of signatures.entries()) {
    const verdict = await verifyOne(signed, at, keys, answers);
    if (verdict.state === 'verified') return verdict;
    best = best ? moreTelling(best, verdict) : verdict;
  }
  return best ?? unchecked('not-a-token');
}

/** Where a token has several signatures, and none verifies: a mismatch says more than what can't be checked. */
function moreTelling(one: SignatureVerdict, other: SignatureVerdict): SignatureVerdict {
  return one.state !== 'wrong' && other.state === 'wrong' ? other : one;
}

function verifyOne(
  signed: Signed | Unchecked,
  at: number,
  keys: readonly Key[],
  answers: Answers | undefined,
): SignatureVerdict | Promise<SignatureVerdict> {
  if ('state' in signed) return signed;
  if (keys.length === 0) return { state: 'no-key', alg: signed.alg };
  const candidates = candidatesFor(signed, keys);
  if ('state' in candidates) return candidates;
  const misfit = misfitOf(signed, candidates);
  return misfit ? notMatching(signed, candidates, misfit) : tryAll(signed, at, candidates, answers);
}

async function tryAll(
  signed: Signed,
  at: number,
  candidates: readonly Candidate[],
  answers: Answers | undefined,
): Promise<SignatureVerdict> {
  const { alg, certificate } = signed;
  const tried: Candidate[] = [];
  for (const candidate of certificate ? await certifiedFirst(certificate, candidates) : candidates) {
    const { key } = candidate;
    const known = answers?.get(key)?.[at];
    const fits = known ?? (await makes(candidate, signed));
    if (answers && known === undefined) remember(answers, key, at, fits);
    if (fits) return { state: 'verified', key, alg, chosenBy: await choiceOf(signed, key, candidates) };
    if (fits === false) tried.push(candidate);
  }
  if (tried.length === 0) return { state: 'unchecked', code: 'key-refused', values: [alg] };
  return notMatching(signed, tried);
}

/** Whether the key makes the signature; undefined where the cryptography refuses it. */
function makes(candidate: Candidate, signed: Signed): Promise<boolean | undefined> {
  const checker = checkerOf(candidate.key, candidate.row);
  return typeof checker === 'function'
    ? checkBy(checker, candidate, signed)
    : checker.then((made) => made && checkBy(made, candidate, signed));
}

function checkBy(check: Checker, candidate: Candidate, { signature, input }: Signed): Promise<boolean> {
  return signature.length === lengthFor(candidate) ? check(signature, input) : Promise.resolve(false);
}

function remember(answers: Answers, key: Key, at: number, fits: boolean | undefined): void {
  const known = answers.get(key) ?? [];
  known[at] = fits;
  answers.set(key, known);
}

/** Digests are worked out for a token alone that asks by one: a kid that is a thumbprint has 43 characters. */
function choiceOf(signed: Signed, key: Key, candidates: readonly Candidate[]): ChosenBy | Promise<ChosenBy> {
  const { kid, certificate } = signed;
  if (kid !== undefined && key.kid === kid) return 'kid';
  if (kid?.length === 43 || certificate) return choiceByDigest(signed, key, candidates);
  return plainChoice(kid, key, candidates);
}

async function choiceByDigest(
  { kid, certificate }: Signed,
  key: Key,
  candidates: readonly Candidate[],
): Promise<ChosenBy> {
  if (kid?.length === 43 && (await thumbprintOf(key)) === kid) return 'thumbprint';
  const choice = plainChoice(kid, key, candidates);
  const named = choice !== 'other-kid' && certificate && (await isCertified(certificate, key));
  return named ? 'certificate' : choice;
}

function plainChoice(kid: string | undefined, key: Key, candidates: readonly Candidate[]): ChosenBy {
  if (kid !== undefined && key.kid !== undefined) return 'other-kid';
  if (key.origin !== undefined) return 'origin';
  return candidates.every((candidate) => candidate.key === key) ? 'only' : 'tried';
}

function signaturesOf(token: Token, detached: Detached | undefined): Signatures {
  if (detached) return readSigned(token, detached);
  const known = read.get(token) ?? readSigned(token);
  read.set(token, known);
  return known;
}
