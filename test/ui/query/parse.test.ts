import { expect, test } from 'vitest';
import { parseQuery } from '../../../src/ui/query/parse';

const brief = (query: string) =>
  parseQuery(query).terms.map(({ negated, field, path, value }) =>
    [negated ? '-' : '', field ?? '', path ?? '', value].join('|'),
  );

// query -> its conditions: sign|field|path|value
test.each([
  ['', []],
  ['   ', []],
  ['john', ['|||john']],
  ['alg:HS256 status:401', ['|alg||HS256', '|status||401']],
  ['claim.role:admin', ['|claim|role|admin']],
  ['claim.realm_access.roles:admin', ['|claim|realm_access.roles|admin']],
  ['claim.exp', ['|claim|exp|*']],
  ['-header.kid', ['-|header|kid|*']],
  ['-carrier:cookie', ['-|carrier||cookie']],
  ['expiring', ['|is||expiring']],
  ['Expiring', ['|is||expiring']],
  ['is:expired', ['|is||expired']],
  ['"expiring"', ['|||expiring']],
  ['-expiring', ['-|is||expiring']],
  ['who:"John Doe" x', ['|who||John Doe', '|||x']],
  ['who:"a \\"b\\""', ['|who||a "b"']],
  ['ALG:hs*', ['|alg||hs*']],
  ['http://a.example/b?c:d', ['|||http://a.example/b?c:d']],
  ['origin:api.example:8080', ['|origin||api.example:8080']],
  ['a-b', ['|||a-b']],
  ['über', ['|||über']],
])('%s', (query, expected) => {
  expect(parseQuery(query).faults).toEqual([]);
  expect(brief(query)).toEqual(expected);
});

// query -> what is said of it, about which of its characters; the rest of the query still counts
test.each([
  ['algo:HS256 x', 'unknown-field-near', ['algo', 'alg'], 'algo:HS256'],
  ['colour:red', 'unknown-field', ['colour', expect.stringContaining('status')], 'colour:red'],
  ['x status:', 'no-value', ['status'], 'status:'],
  ['claim.role:', 'no-value', ['claim.role'], 'claim.role:'],
  ['x claim.', 'no-path', ['claim'], 'claim.'],
  ['claim:admin', 'no-path', ['claim'], 'claim:admin'],
  ['is:tired', 'unknown-state', ['tired', expect.stringContaining('expired')], 'is:tired'],
  ['x who:"John', 'open-quote', [], 'who:"John'],
  ['a -', 'nothing-negated', [], '-'],
])('%s: %s', (query, code, values, marked) => {
  const { faults } = parseQuery(query);
  expect(faults.map((fault) => [fault.code, fault.values])).toEqual([[code, values]]);
  const { start, end } = faults[0]?.span ?? { start: 0, end: 0 };
  expect(query.slice(start, end)).toBe(marked);
});

test('what can be understood of a query with a fault still counts', () => {
  expect(brief('algo:x status:401')).toEqual(['|status||401']);
});
