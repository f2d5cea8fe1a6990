import { expect, test } from 'vitest';
import { readJson } from '../../../src/core/token/json';
import { pathOfMember, treeLines } from '../../../src/ui/json/treeLines';

const source = '{"a":{"b":[1,{"c d":2.0}]},"e\'s":null}';
const root = readJson(source).root;
if (!root) throw new Error('the source is JSON');

const told = (isOpen: () => boolean, most = 100) =>
  treeLines(root, '$', isOpen, most).map(({ depth, path, size }) => [depth, path, size ?? '-']);

test('open branches are followed by their values, each with its path and depth', () => {
  expect(told(() => true)).toEqual([
    [0, '$', 2],
    [1, '$.a', 1],
    [2, '$.a.b', 2],
    [3, '$.a.b[0]', '-'],
    [3, '$.a.b[1]', 1],
    [4, '$.a.b[1]["c d"]', '-'],
    [1, `$["e's"]`, '-'],
  ]);
});

test('of a closed branch nothing is told but its size', () => {
  expect(told(() => false)).toEqual([[0, '$', 2]]);
});

test('no more lines are made than asked for, however deep or wide a value is', () => {
  const deep = readJson(`${'['.repeat(50_000)}${']'.repeat(50_000)}`, { maxDepth: 50_000 }).root;
  const wide = readJson(`[${'1,'.repeat(50_000)}1]`).root;
  for (const value of [deep, wide]) expect(value && treeLines(value, '$', () => true, 40)).toHaveLength(40);
});

test('the path of a member is quoted where its name asks for it', () => {
  expect(pathOfMember('sub')).toBe('$.sub');
  expect(pathOfMember('https://a.example/role')).toBe('$["https://a.example/role"]');
});
