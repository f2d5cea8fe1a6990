import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import messages from '../../src/_locales/en/messages.json';
import { knownNames } from '../../src/core/token/claims';

const read = (path: string) => readFileSync(path, 'utf8');
const under = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`);

const code = under('src').filter((path) => /\.tsx?$/.test(path));
const components = code.filter((path) => path.startsWith('src/ui/') && path.endsWith('.tsx'));
const keys = Object.keys(messages);
const source = code.map(read).join('\n');
const interfaceSource = code
  .filter((path) => path.startsWith('src/ui/'))
  .map(read)
  .join('\n');
const quotedIn = (text: string) =>
  new Set([...text.matchAll(/'([\w-]+)'|"([\w-]+)"/g)].map((found) => found[1] ?? found[2]));
const quoted = quotedIn(source);
const codes = quotedIn(
  code
    .filter((path) => path.startsWith('src/core/'))
    .map(read)
    .join('\n'),
);

/** True for the sentence of a code that core gives: `key_fault_pem_cut` of `pem-cut`. */
const isOfCode = (key: string) =>
  key.split('_').some((_word, at, words) => at > 0 && codes.has(words.slice(at).join('-')));

/** Families are said through `language.code('family', ...)` or `codeKey('family', ...)`. */
const families = [...source.matchAll(/\b(?:code|codeKey)\(\s*'(\w+)'/g)].map((found) => `${found[1]}_`);
const manifest = read('manifest.json');
const meanings = new Set(knownNames().map(({ meaning }) => meaning));

const isUsed = (key: string) =>
  quoted.has(key) ||
  isOfCode(key) ||
  meanings.has(key) ||
  manifest.includes(`__MSG_${key}__`) ||
  quoted.has(key.replace(/_(?:zero|one|two|few|many|other)$/, '')) ||
  families.some((family) => key.startsWith(family));

test('every sentence of the catalogue is used', () => {
  expect(keys.filter((key) => !isUsed(key))).toEqual([]);
});

test('every sentence that a component asks for is there', () => {
  const asked = [...interfaceSource.matchAll(/\bsay\(\s*'(\w+)'/g)].map((found) => found[1] ?? '');
  const counted = [...interfaceSource.matchAll(/\bcount\(\s*'(\w+)'/g)].map((found) => `${found[1]}_other`);
  expect([...asked, ...counted].filter((key) => !keys.includes(key))).toEqual([]);
});

test('sentences that differ by number have every form that English has', () => {
  const bases = keys.filter((key) => key.endsWith('_other')).map((key) => key.slice(0, -'_other'.length));
  expect(bases.filter((base) => !keys.includes(`${base}_one`))).toEqual([]);
});

describe('no sentence is written into a component', () => {
  test.each(components)('%s', (path) => {
    const text = read(path).replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    const between = [...text.matchAll(/<\/?[\w.]*(?:\s[^<>]*)?>([^<>{}();=]+)</g)].map((found) =>
      (found[1] ?? '').trim(),
    );
    const attributes = [...text.matchAll(/\b(?:title|placeholder|aria-label|alt)="([^"]*)"/g)].map(
      (found) => found[1],
    );
    const words = [...between, ...attributes].filter((each) => /[A-Za-z]{2}/.test(each ?? ''));
    expect(words).toEqual([]);
  });
});
