/*
 * Writes docs/licences.md: what the packages for the stores contain that others wrote, with the words of their licences,
 * and the licences of the tools. Run by `npm run licences`; a test says when it is out of date.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** The text of docs/licences.md. */
export function licences() {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  const entries = Object.entries(packages).filter(([path]) => path !== '');
  const inside = entries.filter(([, { dev, devOptional }]) => !dev && !devOptional);
  const tools = entries.filter(([, { dev, devOptional }]) => dev || devOptional);
  return [
    '# Licences',
    'Written by `npm run licences` from package-lock.json. Claimscope itself: MIT, see [LICENSE](../LICENSE).',
    '## In the packages',
    ...inside.map(
      ([path, entry]) => `### ${nameOf(path)} ${entry.version}: ${entry.license}\n\n${wordsOf(path)}`,
    ),
    '## Tools, which are in no package',
    table(tools),
  ]
    .join('\n\n')
    .concat('\n');
}

const nameOf = (path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** The licence as its package carries it; where it carries none, the one named in package.json holds. */
function wordsOf(path) {
  const file = existsSync(path) ? readdirSync(path).find((name) => /^licen[cs]e/i.test(name)) : undefined;
  if (!file) return 'The package carries no text of its licence.';
  const text = readFileSync(`${path}/${file}`, 'utf8').replaceAll('\r\n', '\n').trim();
  return text
    .split('\n')
    .map((line) => `    ${line}`.trimEnd())
    .join('\n');
}

function table(entries) {
  const names = new Map();
  for (const [path, { license }] of entries)
    names.set(license, (names.get(license) ?? new Set()).add(nameOf(path)));
  const rows = [...names].sort(([one], [other]) => one.localeCompare(other, 'en'));
  return rows.map(([licence, all]) => `- **${licence}**: ${[...all].sort().join(', ')}`).join('\n');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  writeFileSync('docs/licences.md', licences());
