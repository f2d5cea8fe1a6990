/** One line of docs/benchmarks.md: two things measured side by side in one run. */
export interface Row {
  what: string;
  against: string;
  /** Browser and version, or "build". */
  where: string;
  /** Both figures, with their unit. */
  figures: string;
  ratio: number;
  /** "<= 1.5", ">= 3 (speed)", "none", or words; then `met` says whether it is met. */
  aim: string;
  met?: boolean;
}

/** Whether a row meets its aim; undefined where it has none. */
export function isMet({ ratio, aim, met }: Row): boolean | undefined {
  if (met !== undefined) return met;
  const [, sign, text] = /^(<=|>=|<|>) ([\d.]+)/.exec(aim) ?? [];
  if (sign === undefined) return undefined;
  const number = Number(text);
  const equal = sign.endsWith('=') && ratio === number;
  return equal || (sign.startsWith('<') ? ratio < number : ratio > number);
}

const words = { true: 'yes', false: '**no**', undefined: '' };

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low = 0, high = low] = sorted.length % 2 ? [sorted[middle]] : [sorted[middle - 1], sorted[middle]];
  return (low + high) / 2;
}

export function tableOf(rows: readonly Row[]): string {
  const lines = rows.map((row) => {
    const { what, against, where, figures, ratio, aim } = row;
    return [what, against, where, figures, ratio.toFixed(2), aim, words[`${isMet(row)}`]].join(' | ');
  });
  return [
    'what | against | where | both figures | ratio | aim | met',
    '--- | --- | --- | --- | --: | --- | ---',
    ...lines,
  ]
    .map((line) => `| ${line} |`)
    .join('\n');
}
