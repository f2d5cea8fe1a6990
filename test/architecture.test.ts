import { posix } from 'node:path';
import { expect, test } from 'vitest';
import { filesBelow } from './sources';

/** Which floor or room of the core may import which; a package is named by its own name. */
const mayImport: Record<string, RegExp> = {
  'core/token': /^(core\/token|jwt-decode)$/,
  'core/key': /^(core\/(token|key)|jose|@noble\/.*)$/,
  'core/verify': /^(core\/(token|key|verify)|jose|jwt-decode|@noble\/.*|@cfworker\/json-schema)$/,
  'core/traffic': /^core\/(token|traffic)$/,
  'core/transfer': /^core\/(token|traffic|transfer)$/,
  'core/sign': /^(core\/(token|key|verify|sign)|jose|@noble\/.*)$/,
  'core/compare': /^core\/(token|key|verify|traffic|compare)$/,
  'core/snippets': /^core\/(token|key|verify|traffic|snippets)$/,
  'core/findings': /^core\/(token|key|verify|traffic|findings)$/,
  'core/refusals': /^core\/(token|key|verify|traffic|refusals)$/,
  core: /^core(\/.*)?$/,
  browser: /^(core(\/.*)?|browser|webextension-polyfill|@preact\/signals)$/,
  worker: /^core$/,
  ui: /^(core(\/.*)?|ui|worker|preact(\/hooks)?|@preact\/signals|_locales)$/,
  entries: /^(core(\/.*)?|browser|ui|entries|preact|@preact\/signals)$/,
};

/** What the pure core never touches. */
const impure = [
  /\b(document|window|navigator|localStorage|sessionStorage|indexedDB)\s*[.[]/,
  /\b(browser|chrome)\.[a-z]/i,
  /\bfetch\s*\(/,
  /\b(XMLHttpRequest|WebSocket|EventSource)\b/,
  /\bDate\.now\b|\bnew Date\(\)|\bperformance\.now\b/,
  /\b(setTimeout|setInterval|requestAnimationFrame)\b/,
];

/** Only what makes keys, identifiers and salts may roll dice. */
const random = /\bMath\.random\b|\bgetRandomValues\b|\brandomUUID\b/;

const withoutComments = (text: string) =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');

/** Code that is written for others to run is text here; what stands between the texts is ours. */
const withoutQuotedCode = (text: string) =>
  text
    .replace(/(?<!from )'(?:[^'\\\n]|\\.)*'/g, "''")
    .replace(/`(?:[^`\\]|\\.)*`/g, (quoted) =>
      [...quoted.matchAll(/\$\{([^}]*)\}/g)].map(([, own]) => own).join(';'),
    );

/** What runs in a worker is the core and nothing else. Otherwise the floor, or room of the core, that a path below src/ (or a package) lies in. */
function placeOf(path: string): string {
  if (/\.worker\.ts(\?|$)/.test(path)) return 'worker';
  const [floor = '', room = '', file] = path.split('/');
  if (!path.includes('/')) return 'entries';
  return floor === 'core' && file !== undefined ? `core/${room}` : floor;
}

/** The places that a file imports from. */
function importsOf(path: string, text: string): string[] {
  const statements = text.matchAll(/(?<!['"])\b(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g);
  return [...statements].map(([, name = '']) => {
    if (!name.startsWith('.')) return name;
    return placeOf(posix.normalize(posix.join(posix.dirname(path), name)));
  });
}

function violations(path: string, source: string): string[] {
  const place = placeOf(path);
  const plain = withoutComments(source);
  const text = place === 'core/snippets' ? withoutQuotedCode(plain) : plain;
  const allowed = mayImport[place];
  const foreign = importsOf(path, text).filter((name) => !allowed?.test(name));
  const found =
    place.startsWith('core') || place === 'worker'
      ? [...impure, ...(place === 'core/sign' ? [] : [random])].flatMap(
          (pattern) => pattern.exec(text)?.[0] ?? [],
        )
      : [];
  const long = source.split('\n').length > 251 ? ['more than 250 lines'] : [];
  const named = /(^|\/)(utils?|helpers?|common|manager|service|index)\.tsx?$/.test(path)
    ? ['a name that says nothing']
    : [];
  return [
    ...foreign.map((name) => `imports ${name}`),
    ...found.map((name) => `uses ${name}`),
    ...long,
    ...named,
  ];
}

const sources = filesBelow('src', /\.tsx?$/).map(({ path, text }) => ({
  path: path.slice('src/'.length),
  text,
}));

test('every file keeps to its floor', () => {
  expect(sources.length).toBeGreaterThan(50);
  const found = sources.flatMap(({ path, text }) =>
    violations(path, text).map((violation) => `${path}: ${violation}`),
  );
  expect(found).toEqual([]);
});

// planted in -> what the guard must say
test.each([
  ['core/token/x.ts', "import browser from 'webextension-polyfill';", 'imports webextension-polyfill'],
  ['core/token/x.ts', "import { x } from '../key/key';", 'imports core/key'],
  ['core/traffic/x.ts', "import { x } from '../verify/verify';", 'imports core/verify'],
  ['core/key/x.ts', "import { h } from 'preact';", 'imports preact'],
  ['core/token/x.ts', "const lazy = () => import('../../ui/Popup');", 'imports ui'],
  ['core/verify/x.ts', 'export const now = () => Date.now();', 'uses Date.now'],
  ['core/verify/x.ts', 'crypto.getRandomValues(new Uint8Array(1));', 'uses getRandomValues'],
  ['core/verify/x.ts', "export const got = () => fetch('https://a.example');", 'uses fetch('],
  ['core/traffic/x.ts', "chrome.storage.session.get('a');", 'uses chrome.s'],
  ['core/snippets/x.ts', "const now = Date.now() + '';", 'uses Date.now'],
  ['core/snippets/x.ts', "import { x } from 'jose';", 'imports jose'],
  ['ui/x.tsx', "import { stored } from '../browser/stored';", 'imports browser'],
  ['ui/token/x.worker.ts', "import { useModel } from '../model/model';", 'imports ui'],
  ['ui/token/x.worker.ts', 'document.title', 'uses document.'],
  ['ui/token/x.tsx', "import browser from 'webextension-polyfill';", 'imports webextension-polyfill'],
  ['browser/x.ts', "import { Popup } from '../ui/Popup';", 'imports ui'],
  ['x.ts', "import browser from 'webextension-polyfill';", 'imports webextension-polyfill'],
  ['core/key/utils.ts', '', 'a name that says nothing'],
  ['core/key/x.ts', '\n'.repeat(260), 'more than 250 lines'],
])('a violation planted in %s is found: %s', (path, text, expected) => {
  expect(violations(path, text)).toContain(expected);
});

/** The files that a file runs before itself: what it imports by name, types apart. */
function runsFirst(path: string, text: string): string[] {
  const statements = withoutComments(text).matchAll(
    /^(?:import|export)\s+(?!type\b)[^;]*?from\s+'(\.[^']+)'/gm,
  );
  return [...statements].flatMap(([, name = '']) => {
    const file = posix.normalize(posix.join(posix.dirname(path), name));
    return [`${file}.ts`, `${file}.tsx`];
  });
}

/** Each file that, by way of what it imports, comes back to itself. */
function circles(files: readonly { path: string; text: string }[]): string[] {
  const next = new Map(files.map(({ path, text }) => [path, runsFirst(path, text)]));
  const comesBack = (start: string) => {
    const seen = new Set<string>();
    const open = [...(next.get(start) ?? [])];
    for (let path = open.pop(); path !== undefined; path = open.pop()) {
      if (path === start) return true;
      if (!seen.has(path)) open.push(...(next.get(path) ?? []));
      seen.add(path);
    }
    return false;
  };
  return files.map(({ path }) => path).filter(comesBack);
}

test('no file imports itself by way of others', () => {
  expect(circles(sources)).toEqual([]);
});

test('a circle that is planted is found, one of types alone is none', () => {
  const b = { path: 'core/b.ts', text: "export { c } from './c';" };
  const c = { path: 'core/c.tsx', text: "import { b } from '../core/b';" };
  const typesOnly = { path: 'core/c.tsx', text: "import type { B } from './b';" };
  expect(circles([b, c])).toEqual(['core/b.ts', 'core/c.tsx']);
  expect(circles([b, typesOnly])).toEqual([]);
});
