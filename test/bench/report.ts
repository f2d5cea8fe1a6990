import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, release, type } from 'node:os';
import { isMet, type Row, tableOf } from './row';

/** Writes docs/benchmarks.md. `failures` name the parts that could not be measured. */
export function writeReport(rows: readonly Row[], failures: readonly string[], minutes: number): void {
  const machine = `${cpus().length} cores (${cpus()[0]?.model.trim()}), ${type()} ${release()}, Node ${process.versions.node}`;
  const missed = rows.filter((row) => isMet(row) === false);
  const text = `# Benchmarks

Written by \`npm run bench\`; do not edit. Each row measures two things side by side in one run, so that the machine
cancels out of the ratio: our figure, then the other's. "Ratio" is ours divided by the other's; for speed it is the
other's time divided by ours. A single part is measured with \`npm run bench -- list firefox\` and the like.

Measured on ${machine}, in ${minutes.toFixed(0)} minutes.

${tableOf(rows)}

${listOf(
  'Rows that miss their aim',
  missed.map(({ what, where, ratio, aim }) => `${what} (${where}): ${ratio.toFixed(2)}, aim ${aim}`),
)}
${listOf('Parts that could not be measured', failures)}`;
  mkdirSync('docs', { recursive: true });
  writeFileSync('docs/benchmarks.md', text);
}

const listOf = (title: string, items: readonly string[]): string =>
  `${title}: ${items.length === 0 ? 'none.' : ''}\n${items.map((item) => `\n- ${item}`).join('')}${items.length > 0 ? '\n' : ''}`;
