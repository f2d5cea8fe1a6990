const cleanings: (() => void)[] = [];
const signals = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

/**
 * Has `clean` called when this process ends, by itself or by Ctrl-C; the latest comes first. It must work without
 * waiting. The result calls it off.
 */
export function atExit(clean: () => void): () => void {
  if (cleanings.length === 0) listen();
  cleanings.push(clean);
  return () => {
    const index = cleanings.indexOf(clean);
    if (index >= 0) cleanings.splice(index, 1);
    if (cleanings.length === 0) unlisten();
  };
}

function cleanAll(): void {
  for (const clean of cleanings.splice(0).reverse()) clean();
}

const leave = (signal: keyof typeof signals) => process.exit(signals[signal]);
const names = Object.keys(signals) as (keyof typeof signals)[];

function listen(): void {
  process.on('exit', cleanAll);
  for (const name of names) process.on(name, leave);
}

function unlisten(): void {
  process.off('exit', cleanAll);
  for (const name of names) process.off(name, leave);
}
