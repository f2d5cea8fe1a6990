import { writeFileSync } from 'node:fs';
import packages from '../../../package.json' with { type: 'json' };
import { coreCases, type SchemaCase, said, schemaSuites } from './schemaSuites';

const target = 'docs/json-schema.md';

const reasons: Readonly<Record<string, string>> = {
  'schema-unsupported': 'a keyword that the library passes over in silence',
  'schema-unresolved': 'a reference that the library does not resolve',
  'schema-broken': 'a schema that the library does not take',
};

interface Told {
  suite: string;
  cases: number;
  wrong: readonly SchemaCase[];
  /** What can't be said, by keyword and reason. */
  unsaid: ReadonlyMap<string, number>;
}

function tell(suite: string, uri: string): Told {
  const cases = coreCases(suite);
  if (!cases) throw new Error(`the shared vectors are absent: ${suite}`);
  const unsaid = new Map<string, number>();
  const wrong: SchemaCase[] = [];
  for (const each of cases) {
    const answer = said(each, uri);
    if (typeof answer === 'boolean' && answer !== each.valid) wrong.push(each);
    if (typeof answer === 'boolean') continue;
    const name = `${each.keyword}: ${reasons[answer] ?? answer}`;
    unsaid.set(name, (unsaid.get(name) ?? 0) + 1);
  }
  return { suite, cases: cases.length, wrong, unsaid };
}

function sectionOf({ suite, cases, wrong, unsaid }: Told): string {
  const without = [...unsaid.values()].reduce((sum, count) => sum + count, 0);
  const right = cases - wrong.length - without;
  const rows: readonly (readonly [string, string])[] = [
    ['Answered right', `${right} of ${cases}`],
    ['Answered wrong', `${wrong.length}`],
    ['Said to be impossible', `${without}`],
  ];
  const wide = Math.max(...rows.map(([name]) => name.length));
  const far = Math.max('cases'.length, ...rows.map(([, count]) => count.length));
  const lines = rows.map(([name, count]) => `| ${name.padEnd(wide)} | ${count.padStart(far)} |`);
  const head = [
    `| ${''.padEnd(wide)} | ${'cases'.padStart(far)} |`,
    `| ${'-'.repeat(wide)} | ${'-'.repeat(far - 1)}: |`,
  ];
  const list = [...unsaid].map(([name, count]) => `- ${name} (${count})`);
  const mistakes = wrong.map(({ id }) => `- wrong: \`${id}\``);
  const told = [...mistakes, ...list];
  return [`## ${suite}`, '', ...head, ...lines, ...(told.length > 0 ? ['', ...told] : [])].join('\n');
}

/** Runs the shared JSON Schema suites and writes what the library cannot do. Gives the exit code. */
export async function main(): Promise<number> {
  const told = Object.entries(schemaSuites).map(([suite, uri]) => tell(suite, uri));
  const { '@cfworker/json-schema': version } = packages.dependencies;
  const text = `# JSON Schema: what is checked, and what is not

Written by \`npm run schema-gaps\`; do not edit. It runs the JSON Schema Test Suite (the cases that a payload may meet: no
optional behaviour, no remote reference, an object to check) through Claimscope's check, which leaves it to
@cfworker/json-schema ${version}. Where the library would pass over what it does not know, Claimscope says that the schema
cannot be used, rather than that it is met. References to other addresses are never followed.

${told.map(sectionOf).join('\n\n')}
`;
  writeFileSync(target, text);
  console.log(text);
  return told.every(({ wrong }) => wrong.length === 0) ? 0 : 1;
}
