import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compactJson } from '../../../src/core/sign/edit/spacing';
import { readJson } from '../../../src/core/token/json';
import { prettyJson } from '../../../src/ui/json/pretty';

it('keeps every character of names and values', () => {
  expect(compactJson('{ "a\\u0041" : 1.0 ,\n "b":[ 1 , {"c" :"x y"} ], "a\\u0041":1e2 }')).toBe(
    '{"a\\u0041":1.0,"b":[1,{"c":"x y"}],"a\\u0041":1e2}',
  );
});

it('undoes what spreading over lines did', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 4 }), (text) => {
      const { root } = readJson(text);
      expect(root && compactJson(prettyJson(root, text))).toBe(compactJson(text));
      expect(JSON.parse(compactJson(text))).toEqual(JSON.parse(text));
    }),
  );
});

it.each(['{"a": ', '', `${'['.repeat(600)}${']'.repeat(600)} `])('leaves %j alone', (text) => {
  expect(compactJson(text)).toBe(text);
});
