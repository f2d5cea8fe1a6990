/*
 * Zips dist/chrome and dist/firefox for the stores. The same files give the same bytes: names in order, one date, one
 * level of compression.
 */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { zipSync } from 'fflate';

/** The earliest moment a zip file can tell, in local time as zip files do. */
const mtime = new Date(1980, 0, 1);

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
for (const target of ['chrome', 'firefox']) {
  const file = `dist/claimscope-${version}-${target}.zip`;
  writeFileSync(file, zipped(`dist/${target}`));
  console.log(`${file}  ${statSync(file).size} bytes`);
}

function zipped(folder) {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      relative(folder, join(entry.parentPath ?? entry.path, entry.name))
        .split(sep)
        .join('/'),
    )
    .sort();
  const files = Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path))]));
  return zipSync(files, { level: 9, mtime });
}
