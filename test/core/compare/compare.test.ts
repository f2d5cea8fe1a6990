import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareJson } from '../../../src/core/compare/compareJson';
import { compareTokens } from '../../../src/core/compare/compareTokens';
import { sameNumber } from '../../../src/core/compare/sameNumber';
import { readJson } from '../../../src/core/token/json';
import { readToken } from '../../../src/core/token/read';

function compared(before: string, after: string) {
  const [one, other] = [readJson(before).root, readJson(after).root];
  if (!one || !other) throw new Error('no JSON');
  return compareJson({ text: before, root: one }, { text: after, root: other });
}

const quiet = { differences: [], reordered: false, rewritten: false };

// before, after, differences as "kind path ..."
const cases: readonly [before: string, after: string, differences: readonly object[]][] = [
  ['{"a":1}', '{"a":2}', [{ path: ['a'], kind: 'changed', before: '1', after: '2' }]],
  ['{"a":1}', '{"a":"1"}', [{ path: ['a'], kind: 'changed', before: '1', after: '"1"' }]],
  ['{}', '{"a":{"b":[]}}', [{ path: ['a'], kind: 'added', after: '{"b":[]}' }]],
  ['{"a":null}', '{}', [{ path: ['a'], kind: 'removed', before: 'null' }]],
  ['{"a":{"b":1}}', '{"a":{"b":2}}', [{ path: ['a', 'b'], kind: 'changed', before: '1', after: '2' }]],
  [
    '{"id":9007199254740993}',
    '{"id":9007199254740992}',
    [{ path: ['id'], kind: 'changed', before: '9007199254740993', after: '9007199254740992' }],
  ],
  [
    '{"exp":1800000000}',
    '{"exp":1800003600.5}',
    [{ path: ['exp'], kind: 'time', seconds: 3600.5, before: '1800000000', after: '1800003600.5' }],
  ],
  ['{"exp":1}', '{"exp":"1"}', [{ path: ['exp'], kind: 'changed', before: '1', after: '"1"' }]],
  [
    '{"roles":["a","b"]}',
    '{"roles":["c","a"]}',
    [
      {
        path: ['roles'],
        kind: 'set',
        added: ['"c"'],
        removed: ['"b"'],
        before: '["a","b"]',
        after: '["c","a"]',
      },
    ],
  ],
  [
    '{"scope":"read write"}',
    '{"scope":"write  admin"}',
    [
      {
        path: ['scope'],
        kind: 'set',
        added: ['"admin"'],
        removed: ['"read"'],
        before: '"read write"',
        after: '"write  admin"',
      },
    ],
  ],
  [
    '{"aud":"a"}',
    '{"aud":["a","b"]}',
    [{ path: ['aud'], kind: 'set', added: ['"b"'], removed: [], before: '"a"', after: '["a","b"]' }],
  ],
  ['{"a":1,"a":2}', '{"a":1,"a":3}', [{ path: ['a'], kind: 'changed', before: '2', after: '3' }]],
  ['{"a":1,"a":2}', '{"a":1}', [{ path: ['a'], kind: 'removed', before: '2' }]],
  [
    '{"l":[{"x":1},2]}',
    '{"l":[{"x":2},2,{}]}',
    [
      { path: ['l', 0, 'x'], kind: 'changed', before: '1', after: '2' },
      { path: ['l', 2], kind: 'added', after: '{}' },
    ],
  ],
  ['[1]', '{"a":1}', [{ path: [], kind: 'changed', before: '[1]', after: '{"a":1}' }]],
];

describe('differences in meaning', () => {
  it.each(cases)('%s and %s', (before, after, differences) => {
    expect(compared(before, after).differences).toEqual(differences);
  });
});

// before, after, what only looks different
const looks: readonly [before: string, after: string, look: object][] = [
  ['{"a":1}', '{"a":1}', {}],
  ['{"a":1,"b":2}', '{"b":2,"a":1}', { reordered: true }],
  ['{"a":{"x":1,"y":2}}', '{"a":{"y":2,"x":1}}', { reordered: true }],
  ['{"roles":["a","b"]}', '{"roles":["b","a"]}', { reordered: true }],
  ['{"scope":"a b"}', '{"scope":"b a"}', { reordered: true }],
  ['{"a": 1}', '{"a":1}', { rewritten: true }],
  ['{"a":1.0}', '{"a":1}', { rewritten: true }],
  ['{"a":"\\u0041"}', '{"a":"A"}', { rewritten: true }],
  ['{"aud":"a"}', '{"aud":["a"]}', { rewritten: true }],
  ['{"a":[1.0,2]}', '{"a":[1,2]}', { rewritten: true }],
  ['{"a":1.0,"b":2}', '{"b":2,"a":1}', { reordered: true, rewritten: true }],
];

describe('what only looks different', () => {
  it.each(looks)('%s and %s', (before, after, look) => {
    expect(compared(before, after)).toEqual({ ...quiet, ...look });
  });

  it('is told of a text that differs too', () => {
    expect(compared('{"a":1,"b":2.0}', '{"b":2,"a":3}')).toMatchObject({ reordered: true, rewritten: true });
  });
});

describe('numbers', () => {
  // biome-ignore format: a table
  it.each([
    ['1', '1.0', true], ['10', '1e1', true], ['0.1', '1E-1', true], ['-0', '0', true], ['0.0', '0', true],
    ['100', '1e+2', true], ['1', '-1', false], ['1', '10', false], ['0.1', '0.10000000000000001', false],
    ['12345678901234567890', '12345678901234567891', false], ['1e400', '1e401', false],
  ])('%s and %s: %s', (one, other, same) => {
    expect(sameNumber(one, other)).toBe(same);
    expect(sameNumber(other, one)).toBe(same);
  });
});

describe('any two texts', () => {
  const json = fc.json({ maxDepth: 3 }).filter((text) => /^\{/.test(text));

  it('that mean the same have no difference, however they are written', () => {
    fc.assert(
      fc.property(json, (text) => {
        const pretty = JSON.stringify(JSON.parse(text), null, 2);
        expect(compared(text, pretty).differences).toEqual([]);
        expect(compared(pretty, text).differences).toEqual([]);
      }),
    );
  });

  it('that differ have as many differences back as forth', () => {
    fc.assert(
      fc.property(json, json, (one, other) => {
        const [forth, back] = [compared(one, other), compared(other, one)];
        expect(forth.differences).toHaveLength(back.differences.length);
        expect(forth.differences.length === 0).toBe(back.differences.length === 0);
        expect([forth.reordered, forth.rewritten]).toEqual([back.reordered, back.rewritten]);
      }),
    );
  });
});

const encode = (text: string) => Buffer.from(text).toString('base64url');
const token = (header: string, payload: string, signature = 'AAAA') =>
  readToken(`${encode(header)}.${encode(payload)}.${signature}`);

describe('two tokens', () => {
  const one = token('{"alg":"HS256"}', '{"sub":"a"}');

  it('the same', () => {
    expect(compareTokens(one, one)).toEqual({
      identical: true,
      header: { state: 'identical' },
      payload: { state: 'identical' },
      signature: 'same',
    });
  });

  it('that say the same in other words', () => {
    expect(compareTokens(one, token('{ "alg":"HS256" }', '{"sub":"a"}', 'BBBB'))).toEqual({
      identical: false,
      header: { state: 'same', ...quiet, rewritten: true },
      payload: { state: 'identical' },
      signature: 'different',
    });
  });

  it('that differ', () => {
    const other = token('{"alg":"none"}', '{"sub":"b"}', '');
    expect(compareTokens(one, other)).toMatchObject({
      header: { state: 'different', differences: [{ path: ['alg'] }] },
      payload: { state: 'different', differences: [{ path: ['sub'] }] },
      signature: 'one-missing',
    });
    expect(compareTokens(other, other).signature).toBe('both-missing');
  });

  it('of which one is encrypted, or broken', () => {
    const sealed = readToken(`${encode('{"alg":"dir","enc":"A128GCM"}')}..AAAA.AAAA.AAAA`);
    expect(compareTokens(one, sealed)).toMatchObject({ payload: { state: 'unlike' } });
    expect(compareTokens(sealed, sealed).payload).toEqual({ state: 'absent' });
    expect(compareTokens(one, token('{"alg":"HS256"}', '{"sub":')).payload).toEqual({ state: 'unlike' });
    expect(compareTokens(readToken(''), readToken('x')).signature).toBe('both-missing');
  });
});
