import { posix } from 'node:path';
import { expect, test } from 'vitest';
import { filesBelow } from '../sources';

const sources = new Map(filesBelow('src/ui', /\.tsx?$/).map(({ path, text }) => [path, text]));

/** The file and all that it imports statically, types aside. */
function loadedWith(path: string, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(path)) return found;
  found.add(path);
  const statements = sources.get(path)?.matchAll(/^import (?!type\b)[^;]*?'(\.[^']+)';$/gms) ?? [];
  for (const [, name = ''] of statements) {
    const base = posix.join(posix.dirname(path), name);
    for (const file of [`${base}.ts`, `${base}.tsx`]) if (sources.has(file)) loadedWith(file, found);
  }
  return found;
}

const namesIn = (path: string, pattern: RegExp) =>
  [...(sources.get(path)?.matchAll(pattern) ?? [])].map(([, name]) => name ?? '');

const more = new Set(namesIn('src/ui/moreIcons.ts', /^ {2}(\w+):/gm));
const shown = (path: string) => namesIn(path, /<(?:Icon|SheetButton)\s[^>]*?(?:name|icon)="(\w+)"/g);

test('what is loaded with the popup shows only icons that are loaded with it', () => {
  const loaded = [...loadedWith('src/ui/Popup.tsx')];
  expect(loaded.flatMap(shown)).toContain('edit');
  expect(loaded.flatMap(shown).filter((name) => more.has(name))).toEqual([]);
});

test('every window brings the others along', () => {
  expect(loadedWith('src/ui/Panel.tsx')).toContain('src/ui/moreIcons.ts');
  expect(loadedWith('src/ui/token/TokenOrEmpty.tsx')).toContain('src/ui/moreIcons.ts');
});
