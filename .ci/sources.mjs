/* The files that make the project: what git tracks, or, in an unpacked source archive, all that is not made from them. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

const made = new Set(['node_modules', 'dist', '.cache', '.git']);

/** Paths from the root, in order, with slashes. */
export function sourceFiles(root = '.') {
  return (existsSync(join(root, '.git')) ? tracked(root) : below(root, root)).sort();
}

function tracked(root) {
  const names = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0');
  return names.filter((name) => name !== '' && existsSync(join(root, name)));
}

function below(folder, root) {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !made.has(name) && !name.endsWith('.log'))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? below(path, root) : [relative(root, path).split(sep).join('/')];
    });
}
