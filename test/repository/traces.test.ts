import { expect, it, test } from 'vitest';
import { filesBelow } from '../sources';

/** Ways for a token or a secret into a log, an error, a title or an address of ours. */
const ways: Readonly<Record<string, RegExp>> = {
  // The code that we write for people, in core/snippets, holds such calls as text.
  'a console': /(?<!['"`])\bconsole\s*[.[]/,
  // A constant, or one with a word of a fixed list in it.
  'an error with a value in it':
    /\bnew \w*Error\((?!\s*(['`])(?:(?!\1)[^$]|\$\{(?:curve|path|name|command)\})*\1?\s*[,)]|\s*\))/,
  'a title': /\bdocument\.title\b|<title>[^<]*\$\{/,
  'an address':
    /\bhistory\.(push|replace)State\b|\blocation\.(hash|search)\s*=|getURL\(`[^`]*\$\{(?!(?:path|page|tabId|asked)\b)/,
};

const found = (text: string): string[] =>
  Object.entries(ways).flatMap(([what, pattern]) => {
    const match = pattern.exec(text);
    return match ? [`${what}: ${text.slice(match.index, match.index + 80)}`] : [];
  });

test('no source writes what it handles into a console, an error, a title or an address', () => {
  const sources = filesBelow('src', /\.(tsx?|html)$/);
  expect(sources.flatMap(({ path, text }) => found(text).map((each) => `${path}: ${each}`))).toEqual([]);
});

it.each([
  'console.log(token)',
  'console["warn"](token)',
  'throw new Error(token)',
  'throw new Error(`cannot read $' + '{token}`)',
  'Promise.reject(new TypeError("no key: " + secret))',
  'document.title = who',
  '<title>$' + '{who}</title>',
  'history.replaceState(null, "", "#" + token)',
  'location.hash = token',
  'runtime.getURL(`src/full.html?token=$' + '{text}`)',
])('the guard bites: %s', (planted) => {
  expect(found(planted)).toHaveLength(1);
});

it.each([
  "  'console.log(payload);',",
  "throw new Error('no answer')",
  'throw new Error(`a new key on $' + '{curve} cannot be read`)',
  'new Error()',
  'location.search.slice(1)',
])('the guard lets pass: %s', (code) => {
  expect(found(code)).toEqual([]);
});
