/** One line of docs/benchmarks.md: two things measured side by side in one run. */
export interface Row {
  what: string;
  against: string;
  /** Browser and version, or "build". */
  where: string;
  /** Both figures, with their unit. */
  figures: string;
  ratio: number;
  aim: string;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low = 0, high = low] = sorted.length % 2 ? [sorted[middle]] : [sorted[middle - 1], sorted[middle]];
  return (low + high) / 2;
}

export function tableOf(rows: readonly Row[]): string {
  const lines = rows.map(({ what, against, where, figures, ratio, aim }) =>
    [what, against, where, figures, ratio.toFixed(2), aim].join(' | '),
  );
  return [
    'what | against | where | both figures | ratio | aim',
    '--- | --- | --- | --- | --: | ---',
    ...lines,
  ]
    .map((line) => `| ${line} |`)
    .join('\n');
}
