import { build } from '../../demo/build';
import type { Engine } from '../../demo/findBrowser';
import { ensure } from '../../demo/install';
import { type Part, parts } from './parts';
import { writeReport } from './report';
import { type Row, tableOf } from './row';

const engines: readonly Engine[] = ['chromium', 'firefox'];
const isEngine = (word: string): word is Engine => engines.some((engine) => engine === word);

/**
 * `npm run bench`: measures everything and writes docs/benchmarks.md, anew after each part, so that what was measured
 * is never lost. `npm run bench -- headers list firefox` measures these parts in that browser alone and writes nothing.
 * Gives the exit code: 1 where a part could not be measured.
 */
export async function main(words: readonly string[] = []): Promise<number> {
  const unknown = words.filter((word) => !isEngine(word) && !Object.hasOwn(parts, word));
  if (unknown.length > 0) {
    console.error(
      `There is no part ${unknown.join(', ')}. There are: ${Object.keys(parts).join(', ')}; ${engines.join(', ')}.`,
    );
    return 1;
  }
  const wanted = { engines: engines.filter((engine) => !words.some(isEngine) || words.includes(engine)) };
  const names = Object.keys(parts).filter((name) => words.every(isEngine) || words.includes(name));
  await ensure(wanted.engines);
  for (const engine of wanted.engines) await build(engine);
  return measure(names, wanted.engines, words.length === 0);
}

async function measure(
  names: readonly string[],
  where: readonly Engine[],
  isWhole: boolean,
): Promise<number> {
  const rows: Row[] = [];
  const failures: string[] = [];
  const start = Date.now();
  const minutes = () => (Date.now() - start) / 60_000;
  for (const { name, engine, part } of runsOf(names, where)) {
    try {
      const measured = await part(engine);
      rows.push(...measured);
      console.log(tableOf(measured));
    } catch (error) {
      failures.push(`${name} (${engine}): ${error instanceof Error ? error.message : error}`);
      console.error(failures.at(-1));
    }
    if (isWhole) writeReport(rows, failures, minutes());
  }
  console.log(`\n${tableOf(rows)}\n\n${minutes().toFixed(1)} minutes; ${failures.length} parts failed.`);
  return failures.length > 0 ? 1 : 0;
}

/** Every part in every browser; what depends on no browser once. */
function runsOf(names: readonly string[], where: readonly Engine[]) {
  return where.flatMap((engine, at) =>
    names.flatMap((name) => {
      const part: Part | undefined = parts[name];
      return part && (at === 0 || !part.once) ? [{ name, engine, part: part.measure }] : [];
    }),
  );
}
