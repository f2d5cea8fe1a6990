import type { Key, KeyKind } from '../key/key';
import { type Algorithm, allowsAlgorithm, fitsKind, isForSignatures } from './algorithms';
import { type Unchecked, type UncheckedCode, unchecked } from './outcome';
import type { Signed } from './signed';

/** A key that may check the signature, with the row of the algorithm that fits it. */
export interface Candidate {
  key: Key;
  row: Algorithm;
}

const needs: Readonly<Record<KeyKind, UncheckedCode>> = {
  secret: 'needs-secret',
  rsa: 'needs-rsa',
  ec: 'needs-ec',
  okp: 'needs-okp',
  akp: 'needs-akp',
};

interface Gate {
  passes(row: Algorithm, key: Key): boolean;
  /** Why no key came through. */
  refusal(row: Algorithm, key: Key): Unchecked;
}

/** The key decides what it may serve; the token's header only asks. Each gate names its own reason. */
const gates: readonly Gate[] = [
  {
    passes: (_row, key) => key.source !== 'carried',
    refusal: () => unchecked('key-carried'),
  },
  {
    passes: (row, key) => row.kind === key.kind,
    refusal: (row) => unchecked(needs[row.kind], row.name, row.curve ?? ''),
  },
  {
    passes: fitsKind,
    refusal: (row, key) => unchecked('wrong-curve', row.name, row.curve ?? '', key.curve ?? ''),
  },
  {
    passes: (_row, key) => isForSignatures(key),
    refusal: (_row, key) => unchecked('key-use', key.use ?? key.keyOps?.join(', ') ?? ''),
  },
  {
    passes: allowsAlgorithm,
    refusal: (row, key) => unchecked('key-alg', row.name, key.alg ?? 'PS256, PS384, PS512'),
  },
  {
    passes: (row, key) => key.kind !== 'rsa' || key.bits >= row.leastBits,
    refusal: (row, key) => unchecked('key-too-short', `${key.bits}`, `${row.leastBits}`),
  },
];

/** The likely first: what the user gave before what was only seen, then the name that the token asks for, then the origin. */
function rank({ source, kid, origin }: Key, wanted: string | undefined): number {
  const named = wanted !== undefined && kid === wanted;
  return (source === 'yours' ? 0 : 4) + (named ? 0 : 2) + (origin === undefined ? 1 : 0);
}

type Found = readonly Candidate[] | Unchecked;

/** By the keys that were given: tokens of one issuer ask for the same algorithm and key, again and again. */
const known = new WeakMap<readonly Key[], Map<string, Found>>();
const MOST_ASKED = 1_000;

/** The keys that may check this signature, the likely first. Or why there is none. */
export function candidatesFor(signed: Signed, keys: readonly Key[]): Found {
  const asked = signed.kid === undefined ? signed.alg : `${signed.alg} ${signed.kid}`;
  const answers = known.get(keys);
  const found = answers?.get(asked);
  if (found) return found;
  const made = find(signed, keys);
  const kept = answers && answers.size < MOST_ASKED ? answers : new Map<string, Found>();
  known.set(keys, kept.set(asked, made));
  return made;
}

function find({ rows, kid }: Signed, keys: readonly Key[]): Found {
  const ordered = keys.length > 1 ? [...keys].sort((one, other) => rank(one, kid) - rank(other, kid)) : keys;
  let left: readonly Candidate[] = ordered.flatMap((key) => rows.map((row) => ({ key, row })));
  for (const { passes, refusal } of gates) {
    const through = left.filter(({ row, key }) => passes(row, key));
    const [first] = left;
    if (through.length === 0 && first) return refusal(first.row, first.key);
    left = through;
  }
  return left;
}
