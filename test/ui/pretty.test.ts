import { describe, expect, test } from 'vitest';
import { readJson } from '../../src/core/token/json';
import { prettyJson } from '../../src/ui/json/pretty';

function pretty(source: string): string {
  const { root } = readJson(source);
  if (!root) throw new Error(`not JSON: ${source}`);
  return prettyJson(root, source);
}

describe('every character of a number and a string stays', () => {
  test.each(['12345678901234567890', '3.0', '1e400', '-0', '"\\u0041\\/"', '"é"', 'true', 'null'])(
    '%s',
    (source) => {
      expect(pretty(source)).toBe(source);
    },
  );
});

test('what is short and flat stays in one line', () => {
  expect(pretty('["admin",\n  "editor"]')).toBe('["admin", "editor"]');
  expect(pretty('{"lat":39.70,"lon":-8}')).toBe('{ "lat": 39.70, "lon": -8 }');
  expect(pretty('[ ]')).toBe('[]');
});

test('what holds others is written over lines, duplicates included', () => {
  expect(pretty('{"a":{"b":[1,{"c":2}]},"a":1.0}')).toBe(
    ['{', '  "a": {', '    "b": [', '      1,', '      { "c": 2 }', '    ]', '  },', '  "a": 1.0', '}'].join(
      '\n',
    ),
  );
});

test('what the reader did not keep is shown as its source', () => {
  const deep = `[${'['.repeat(2_000)}1${']'.repeat(2_000)}]`;
  expect(pretty(deep).replaceAll(/\s/g, '')).toBe(deep);
});

test('no nesting is too deep', () => {
  const deep = 20_000;
  const text = pretty(`${'['.repeat(deep)}1${']'.repeat(deep)}`);
  expect(text.replaceAll(/\s/g, '')).toHaveLength(2 * deep + 1);
});
