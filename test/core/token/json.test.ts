import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type JsonNode, memberOf, positionOf, readJson, sourceOf } from '../../../src/core/token/json';
import { vectors, vectorsAbsent } from '../../vectors';

/** What JSON.parse would have made of the nodes. */
function plain(node: JsonNode | undefined): unknown {
  if (node?.type === 'array') return node.items.map(plain);
  if (node?.type === 'object')
    return Object.fromEntries(node.members.map((each) => [each.name, plain(each.value)]));
  return node && 'value' in node ? node.value : null;
}

function nodesOf(node: JsonNode): JsonNode[] {
  const children =
    node.type === 'array' ? node.items : node.type === 'object' ? node.members.map((m) => m.value) : [];
  return [node, ...children.flatMap(nodesOf)];
}

const faultsOf = (text: string) => readJson(text).faults.map(({ code, at }) => [code, at]);

describe('the lossless JSON reader', () => {
  it('keeps the source of every value', () => {
    const text = '{"n":9007199254740993, "f":1.0,"e":1e400,"z":-0,"s":"\\u0041b"}';
    const { root, valid } = readJson(text);
    expect(valid).toBe(true);
    const sources = ['n', 'f', 'e', 'z', 's'].map((name) => {
      const node = memberOf(root, name);
      return node && sourceOf(text, node);
    });
    expect(sources).toEqual(['9007199254740993', '1.0', '1e400', '-0', '"\\u0041b"']);
    expect(memberOf(root, 's')).toMatchObject({ value: 'Ab' });
  });

  it('agrees with JSON.parse on every JSON text', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), (text) => {
        const { root, faults } = readJson(text);
        expect(faults).toEqual([]);
        expect(plain(root)).toEqual(JSON.parse(text, (_, value) => value));
      }),
      { numRuns: 300 },
    );
  });

  it('refuses what JSON.parse refuses, and takes what it takes', () => {
    const texty = fc.string({ unit: fc.constantFrom(...'{}[]:,"\'\\ntrufalse01.eE+- \n/*\u0001N') });
    fc.assert(
      fc.property(texty, (text) => {
        expect(readJson(text).valid).toBe(isJson(text));
      }),
      { numRuns: 5000 },
    );
  });

  it('gives every node a span that slices back to a JSON text of its own', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const { root } = readJson(text);
        for (const node of root ? nodesOf(root) : []) {
          expect(plain(readJson(sourceOf(text, node)).root)).toEqual(plain(node));
        }
      }),
    );
  });

  // biome-ignore format: a table
  it.each([
    // text                 faults
    ['',                    [['json-empty', 0]]],
    [' \n',                 [['json-empty', 2]]],
    ['{"a":1,}',            [['json-trailing-comma', 6]]],
    ['[1,]',                [['json-trailing-comma', 2]]],
    ["{'a':'b'}",           [['json-single-quotes', 1], ['json-single-quotes', 5]]],
    ['{"a":"b',             [['json-unterminated-string', 5]]],
    ['{"a":1',              [['json-unexpected-end', 6]]],
    ['{"a"',                [['json-unexpected-end', 4]]],
    ['{"a":',               [['json-unexpected-end', 5]]],
    ['{a:1}',               [['json-unquoted-name', 1]]],
    ['{"a" 1}',             [['json-missing-colon', 5]]],
    ['{"a":1 "b":2}',       [['json-missing-comma', 7]]],
    ['[1 2]',               [['json-missing-comma', 3]]],
    ['{"a":1}x',            [['json-trailing-text', 7]]],
    ['{"a":NaN}',           [['json-word', 5]]],
    ['{"a":None,"b":True}', [['json-word', 5], ['json-word', 14]]],
    ['[-Infinity]',         [['json-word', 1]]],
    ['{"a":01}',            [['json-number', 5]]],
    ['[+1,.5,1.,1e,0x1F]',  [['json-number', 1], ['json-number', 4], ['json-number', 7], ['json-number', 10], ['json-number', 13]]],
    ['"a\tb"',              [['json-control-character', 2]]],
    ['"\\x41"',             [['json-escape', 1]]],
    ['"\\u12"',             [['json-escape', 1]]],
    ['"\\ud800"',           [['json-lone-surrogate', 1]]],
    ['"\\udc00\\ud800"',    [['json-lone-surrogate', 1], ['json-lone-surrogate', 7]]],
    ['{"a":1/*x*/}',        [['json-comment', 6]]],
    ['[1]//',               [['json-comment', 3]]],
    ['/',                   [['json-unexpected-character', 0]]],
    ['[1}',                 [['json-unexpected-character', 2]]],
    ['{"a":1,"a":2}',       [['json-duplicate-member', 7]]],
    ['{"a":1,"\\u0061":2}', [['json-duplicate-member', 7]]],
    ['\ufeff{}',            [['json-byte-order-mark', 0]]],
    ['\u00a0{}',            [['json-unexpected-character', 0]]],
  ])('%j', (text, faults) => {
    expect(faultsOf(text)).toEqual(faults);
  });

  it('keeps what was read before the text breaks off', () => {
    const text = '{"sub":"joe","roles":["a","b"';
    const { root, valid } = readJson(text);
    expect(valid).toBe(false);
    expect(plain(root)).toEqual({ sub: 'joe', roles: ['a', 'b'] });
    expect(root?.span).toEqual({ start: 0, end: text.length });
  });

  it('flags every member but the first of a name, also among many', () => {
    const names = [...Array.from({ length: 40 }, (_, at) => `k${at}`), 'k3', 'k39'];
    const { root } = readJson(`{${names.map((name) => `"${name}":0`).join(',')}}`);
    const duplicates = root?.type === 'object' ? root.members.filter((member) => member.duplicate) : [];
    expect(duplicates.map((member) => member.name)).toEqual(['k3', 'k39']);
    expect(faultsOf('{"a":{"b":1},"b":{"a":2}}')).toEqual([]);
  });

  it('survives a million nested arrays, keeps the outer ones and says so', () => {
    const depth = 1_000_000;
    const text = '['.repeat(depth) + ']'.repeat(depth);
    const { root, valid, faults } = readJson(text, { maxDepth: 10 });
    expect(valid).toBe(true);
    expect(faults.map((fault) => [fault.code, fault.at])).toEqual([['json-too-deep', 10]]);
    const nodes = root ? nodesOf(root) : [];
    expect(nodes).toHaveLength(11);
    expect(nodes.at(-1)).toEqual({
      type: 'array',
      span: { start: 10, end: text.length - 10 },
      items: [],
      elided: true,
    });
    expect(readJson('['.repeat(depth)).valid).toBe(false);
  });

  it('keeps no more values than asked for, and says so', () => {
    const { root, valid, faults } = readJson('[1,2,[3],4]', { maxNodes: 2 });
    expect(valid).toBe(true);
    expect(faults.map((fault) => [fault.code, fault.at])).toEqual([['json-too-many', 5]]);
    expect(root).toMatchObject({ elided: true, items: [{ value: 1 }, { value: 2 }] });
  });

  it('reads a hundred thousand members and a number of a million digits', () => {
    const many = `{"z":0${Array.from({ length: 100_000 }, (_, at) => `,"k${at}":${at}`).join('')}}`;
    const { root } = readJson(many);
    expect(root?.type === 'object' && root.members.length).toBe(100_001);
    expect(readJson(`[1${'0'.repeat(1_000_000)}]`).valid).toBe(true);
  });

  it('counts lines and columns from 1', () => {
    expect(positionOf('ab\ncd\n', 0)).toEqual({ line: 1, column: 1 });
    expect(positionOf('ab\ncd\n', 4)).toEqual({ line: 2, column: 2 });
    expect(positionOf('ab\ncd\n', 6)).toEqual({ line: 3, column: 1 });
    expect(readJson('{\n  "a": tru\n}').faults[0]).toMatchObject({ line: 2, column: 8, values: ['t'] });
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const suite = vectors('json-parsing');
describe.skipIf(!suite)(suite ? 'JSONTestSuite as payload' : vectorsAbsent, () => {
  const cases = (suite ?? []).filter((each) => each.op === 'json-payload' && each.expect.utf8);
  it('has cases to read', () => expect(cases).not.toEqual([]));

  it.each(cases.map((each) => [each.id, each] as const))('%s', (_, { expect: wanted }) => {
    const { valid, root } = readJson(Buffer.from(String(wanted.payload_b64u), 'base64url').toString());
    if (wanted.json !== 'either') expect(valid).toBe(wanted.json === 'accept');
    if (wanted.json === 'accept') expect(root?.type === 'object').toBe(wanted.is_object);
  });
});
