/*
 * Zips dist/chrome and dist/firefox for the stores, and the sources that they are built from, with the SHA-256 sums of
 * all three. The same files give the same bytes: names in order, one date, one level of compression.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { zipSync } from 'fflate';
import { sourceFiles } from './sources.mjs';

/** The earliest moment a zip file can tell, in local time as zip files do. */
const mtime = new Date(1980, 0, 1);

/** What must be run as it is; a zip file made on any system says so in Unix's way. */
const executable = { os: 3, attrs: (0o100755 << 16) >>> 0 };

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const packed = [
  ['chrome', builtFiles('dist/chrome'), 'dist/chrome'],
  ['firefox', builtFiles('dist/firefox'), 'dist/firefox'],
  ['source', sourceFiles(), '.'],
];
const sums = packed.map(([name, paths, folder]) => {
  const file = `claimscope-${version}-${name}.zip`;
  const bytes = zipped(paths, folder);
  writeFileSync(join('dist', file), bytes);
  console.log(`dist/${file}  ${bytes.length} bytes`);
  return `${createHash('sha256').update(bytes).digest('hex')}  ${file}\n`;
});
writeFileSync('dist/SHA256SUMS', sums.join(''));

function builtFiles(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      relative(folder, join(entry.parentPath ?? entry.path, entry.name))
        .split(sep)
        .join('/'),
    )
    .sort();
}

function zipped(paths, folder) {
  const files = Object.fromEntries(
    paths.map((path) => [path, [readFileSync(join(folder, path)), path === '.ci/run' ? executable : {}]]),
  );
  return zipSync(files, { level: 9, mtime });
}
