import { expect, test } from 'vitest';
import { summarize } from '../../../src/core/token/summary';
import type { Exchange } from '../../../src/core/traffic/exchange';
import { conditionOf } from '../../../src/ui/query/match';
import { createMembers } from '../../../src/ui/query/members';
import { parseQuery } from '../../../src/ui/query/parse';
import type { Subject } from '../../../src/ui/query/subject';
import { exchangeWith } from '../../preview/surroundings';

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const text = `${part({ alg: 'HS256', kid: 'k1', typ: 'at+jwt' })}.${part({
  sub: 'John Doe',
  role: ['admin', 'dev'],
  scope: 'read:all write',
  big: 12345678901234567890n.toString(),
  level: 3,
  realm_access: { roles: ['owner'] },
  'https://a.example/role': 'chief',
})}.c2ln`;

const members = createMembers();

function subject(exchanges: readonly Exchange[], rest: Partial<Subject> = {}): Subject {
  const seen = exchanges.flatMap((exchange) => exchange.captures.map((capture) => ({ exchange, capture })));
  const [last] = seen.slice(-1);
  if (!last) throw new Error('a row was seen at least once');
  return {
    row: {
      text,
      summary: summarize(text),
      ...last,
      requests: exchanges.length,
      refused: exchanges.filter(({ status }) => status === 401 || status === 403).length,
      carrying: exchanges,
      nth: 0,
    },
    seen: () => seen,
    members: (name, path) => members.values(text, name, path),
    names: (name) => members.names(text, name),
    lifetime: () => 'expiring',
    verdict: () => 'wrong',
    findings: () => 2,
    ...rest,
  };
}

const row = subject([
  exchangeWith(text, { url: 'https://api.example:8443/v1/me?x=1', status: 401, before: 'Bearer ' }),
  exchangeWith(text, {
    url: 'https://other.example/',
    method: 'POST',
    status: 200,
    captures: [{ carrier: { place: 'request-cookie', name: 'sid' }, before: '', token: text, after: '' }],
  }),
]);

test.each([
  ['', true],
  ['john', true],
  ['jane', false],
  ['alg:hs256', true],
  ['alg:HS', false],
  ['alg:HS*', true],
  ['alg:*256', true],
  ['alg:*5*6', true],
  ['alg:*9*', false],
  ['kid:k1 typ:at+jwt', true],
  ['who:"john doe"', true],
  ['status:401', true],
  ['status:4xx', true],
  ['status:5xx', false],
  ['status:40', false],
  ['-status:401', false],
  ['origin:api.*', true],
  ['origin:example:8443', true],
  ['origin:api', true],
  ['origin:*.invalid', false],
  ['method:post', true],
  ['url:/v1/me?x', true],
  ['carrier:cookie', true],
  ['carrier:sid', true],
  ['-carrier:cookie', false],
  ['-carrier:body', true],
  ['scheme:bearer', true],
  ['scheme:raw', true],
  ['feed:webRequest', true],
  ['feed:devtools', false],
  ['claim.role:admin', true],
  ['claim.role:adm', false],
  ['claim.role:adm*', true],
  ['claim.role:*', true],
  ['claim.absent:*', false],
  ['claim.scope:read:all', true],
  ['claim.level:3', true],
  ['claim.realm_access.roles:owner', true],
  ['claim.https://a.example/role:chief', false],
  ['header.kid:k1', true],
  ['expiring', true],
  ['expired', false],
  ['wrong', true],
  ['verified', false],
  ['refused', true],
  ['flagged', true],
  ['sent', true],
  ['received', false],
  ['-refused', false],
  ['alg:HS256 status:401 expiring origin:api.* claim.role:admin -carrier:body', true],
])('%s: %s', (query, expected) => {
  expect(conditionOf(parseQuery(query).terms)(row)).toBe(expected);
});

test('a member of that whole name is found, though it has dots in it', () => {
  expect(members.values(text, 'payload', 'https://a.example/role')).toEqual(['chief']);
});

test('a value with many stars is sought in linear time', () => {
  const long = subject([exchangeWith(text, { url: `https://a.example/${'a'.repeat(50_000)}` })]);
  expect(conditionOf(parseQuery(`url:${'*a'.repeat(200)}*b`).terms)(long)).toBe(false);
});
