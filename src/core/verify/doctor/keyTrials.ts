import type { Key } from '../../key/key';
import { type Algorithm, algorithms, fitsKind } from '../algorithms';
import type { Patient, Trial } from './trial';

/** Another algorithm of the key's family: the header was changed, or the signer names it wrongly. */
export function algorithmTrials({ signed, keys }: Patient): readonly Trial[] {
  const { alg, signature, input } = signed;
  const rows = algorithms.filter(({ name }) => name !== alg);
  const others = pairs(keys, rows).map(
    ({ key, row }) => ({ code: 'other-algorithm', values: [row.name], key, row }) as const,
  );
  return [...others, ...saltTrials(signed, keys)].map((trial) => ({ ...trial, signature, input }));
}

/** Signers that take a salt of no length, or as long as fits, instead of the hash's (RFC 7518 section 3.5). */
function saltTrials({ rows }: Patient['signed'], keys: readonly Key[]) {
  return pairs(keys, rows).flatMap(({ key, row }) => {
    if (row.verifying.saltLength === undefined) return [];
    const longest = Math.ceil((key.bits - 1) / 8) - row.verifying.saltLength - 2;
    return [0, 20, longest].map((saltLength) => {
      const salted = { ...row, verifying: { ...row.verifying, saltLength } };
      return {
        code: 'pss-salt',
        values: [`${saltLength}`, `${row.verifying.saltLength}`],
        key,
        row: salted,
      } as const;
    });
  });
}

/** The key would fit, but says of itself that it is for something else. */
export function restrictionTrials({ signed, keys }: Patient): readonly Trial[] {
  const { rows, signature, input } = signed;
  const restricted = keys.filter(
    ({ alg, use, keyOps }) => alg !== undefined || use !== undefined || keyOps !== undefined,
  );
  return pairs(restricted, rows).map(({ key, row }) => {
    const said = [key.alg, key.use, ...(key.keyOps ?? [])].filter((each) => each !== undefined);
    return { code: 'key-restriction', values: [said.join(', '), row.name], key, row, signature, input };
  });
}

function pairs(keys: readonly Key[], rows: readonly Algorithm[]): readonly { key: Key; row: Algorithm }[] {
  return keys.flatMap((key) => rows.filter((row) => fitsKind(row, key)).map((row) => ({ key, row })));
}
