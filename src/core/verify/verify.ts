import type { Key } from '../key/key';
import { thumbprintOf } from '../key/thumbprint';
import type { Token } from '../token/token';
import { type Candidate, candidatesFor } from './candidates';
import { checkerOf } from './checkers';
import type { ChosenBy, SignatureVerdict, Unchecked, WrongCode } from './outcome';
import { type Detached, readSigned, type Signed } from './signed';

export type { SignatureVerdict } from './outcome';

type Read = readonly (Signed | Unchecked)[];

const read = new WeakMap<Token, Read>();

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
  const verdicts: SignatureVerdict[] = [];
  for (const signed of signedOf(token, detached)) {
    const verdict = await verifyOne(signed, keys);
    if (verdict.state === 'verified') return verdict;
    verdicts.push(verdict);
  }
  return verdicts.reduce(moreTelling);
}

/** Where a token has several signatures, and none verifies: a mismatch says more than what can't be checked. */
function moreTelling(one: SignatureVerdict, other: SignatureVerdict): SignatureVerdict {
  return one.state !== 'wrong' && other.state === 'wrong' ? other : one;
}

async function verifyOne(signed: Signed | Unchecked, keys: readonly Key[]): Promise<SignatureVerdict> {
  if ('state' in signed) return signed;
  if (keys.length === 0) return { state: 'no-key', alg: signed.alg };
  const candidates = candidatesFor(signed, keys);
  if ('state' in candidates) return candidates;
  const misfit = misfitOf(signed, candidates);
  return misfit ? notMatching(signed, candidates, misfit) : tryAll(signed, candidates);
}

async function tryAll(signed: Signed, candidates: readonly Candidate[]): Promise<SignatureVerdict> {
  const { alg, signature, input } = signed;
  const tried: Candidate[] = [];
  for (const candidate of candidates) {
    const check = await checkerOf(candidate.key, candidate.row);
    if (!check) continue;
    tried.push(candidate);
    if (signature.length !== lengthFor(candidate)) continue;
    if (await check(signature, input)) {
      return { state: 'verified', key: candidate.key, alg, chosenBy: await choiceOf(signed, candidate.key) };
    }
  }
  if (tried.length === 0) return { state: 'unchecked', code: 'key-refused', values: [alg] };
  return notMatching(signed, tried);
}

/** A kid that is a thumbprint has the length of one, 43 characters: only then it is worth making the key's. */
async function choiceOf({ kid }: Signed, key: Key): Promise<ChosenBy> {
  if (kid === undefined) return 'type';
  if (key.kid === kid) return 'kid';
  return kid.length === 43 && (await thumbprintOf(key)) === kid ? 'thumbprint' : 'type';
}

/** A set of keys without the token's kid is not the issuer's, or not its newest: that is no wrong signature. */
function notMatching(
  { kid, payloadIsEmpty }: Signed,
  tried: readonly Candidate[],
  misfit?: Misfit,
): SignatureVerdict {
  const foreign = kid !== undefined && tried.every(({ key }) => key.kid !== undefined && key.kid !== kid);
  if (misfit && (misfit.code !== 'signature-length' || !foreign)) return wrong(tried, misfit);
  const [first] = tried;
  if (foreign && first?.key.format === 'jwks')
    return { state: 'unchecked', code: 'kid-not-found', values: [kid] };
  if (foreign) return wrong(tried, { code: 'kid-differs', values: [kid, first?.key.kid ?? ''] });
  return wrong(tried, { code: payloadIsEmpty ? 'payload-empty' : 'no-match', values: [] });
}

/** An RSA signature is as long as the modulus (RFC 8017 section 8.2.2). */
function lengthFor({ row, key }: Candidate): number {
  return row.signatureBytes ?? Math.ceil(key.bits / 8);
}

interface Misfit {
  code: WrongCode;
  values: readonly string[];
}

/** What no key could make good: a signature of no length, of the wrong length, or with r or s zero (CVE-2022-21449). */
function misfitOf({ signature }: Signed, candidates: readonly Candidate[]): Misfit | undefined {
  if (signature.length === 0) return { code: 'signature-empty', values: [] };
  const lengths = candidates.map(lengthFor);
  if (!lengths.includes(signature.length)) {
    return { code: 'signature-length', values: [`${signature.length}`, `${lengths[0]}`] };
  }
  const half = signature.length / 2;
  const isZero = (bytes: Uint8Array) => bytes.every((byte) => byte === 0);
  const hasHalves = candidates.every(({ row }) => row.kind === 'ec');
  const zero = hasHalves && (isZero(signature.subarray(0, half)) || isZero(signature.subarray(half)));
  return zero ? { code: 'signature-zero', values: [] } : undefined;
}

function wrong(tried: readonly Candidate[], { code, values }: Misfit): SignatureVerdict {
  return { state: 'wrong', tried: tried.map(({ key }) => key), code, values };
}

function signedOf(token: Token, detached: Detached | undefined): Read {
  if (detached) return readSigned(token, detached);
  const known = read.get(token) ?? readSigned(token);
  read.set(token, known);
  return known;
}
