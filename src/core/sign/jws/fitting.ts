import type { Key, KeyKind } from '../../key/key';
import { type Algorithm, algorithms, allowsAlgorithm, fitsKind } from '../../verify/algorithms';
import { type RefusalCode, type Refused, refused } from './signing';

const needs: Readonly<Record<KeyKind, RefusalCode>> = {
  secret: 'needs-secret',
  rsa: 'needs-rsa',
  ec: 'needs-ec',
  okp: 'needs-okp',
  akp: 'needs-akp',
};

interface Gate {
  passes(row: Algorithm, key: Key): boolean;
  refusal(row: Algorithm, key: Key): Refused;
}

/** What a key must be to sign with an algorithm. Each gate names its own reason. */
const gates: readonly Gate[] = [
  {
    passes: (row, key) => row.kind === key.kind,
    refusal: (row) => refused(needs[row.kind], row.name, row.curve ?? ''),
  },
  {
    passes: fitsKind,
    refusal: (row, key) => refused('wrong-curve', row.name, row.curve ?? '', key.curve ?? ''),
  },
  {
    passes: (_row, key) => key.kind === 'secret' || key.private,
    refusal: () => refused('key-public'),
  },
  {
    passes: (_row, key) => maySign(key),
    refusal: (_row, key) => refused('key-use', key.use ?? key.keyOps?.join(', ') ?? ''),
  },
  {
    passes: allowsAlgorithm,
    refusal: (row, key) => refused('key-alg', row.name, key.alg ?? 'PS256, PS384, PS512'),
  },
];

/** RFC 7517 sections 4.2 and 4.3. */
function maySign({ use = 'sig', keyOps = ['sign'] }: Key): boolean {
  return use === 'sig' && keyOps.includes('sign');
}

/** The row of the algorithm that the key may sign with; or why there is none. */
export function rowFor(rows: readonly Algorithm[], key: Key): Algorithm | Refused {
  let left = rows;
  for (const { passes, refusal } of gates) {
    const through = left.filter((row) => passes(row, key));
    const [first] = left;
    if (through.length === 0 && first) return refusal(first, key);
    left = through;
  }
  return left[0] ?? refused('alg-unsupported');
}

/** The names of the algorithms that a key can sign with, the usual one first. */
export function signingAlgorithms(key: Key): readonly string[] {
  return algorithms.filter((row) => gates.every(({ passes }) => passes(row, key))).map(({ name }) => name);
}
