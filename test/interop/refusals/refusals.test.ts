import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Key } from '../../../src/core/key/key';
import { readKeys } from '../../../src/core/key/readKeys';
import { explainRefusal } from '../../../src/core/refusals/explain';
import { sceneOf, troublesOf } from '../../../src/core/refusals/troubles';
import { type Fault, faults, type Good, rightHeader } from './faults';
import { startGuide } from './guide';
import { type NodeServer, secret, startNodeServer } from './nodeServer';
import { createRecorder } from './recorder';

interface Route {
  name: string;
  server: 'python' | 'node';
  prefix: Good['prefix'];
  claims?: (now: number) => Good['claims'];
}

const plainClaims = (now: number) => ({ user_id: 123, username: 'john_doe', exp: now + 3600 });
const full = (now: number) => ({
  ...plainClaims(now),
  iss: 'https://login.test',
  aud: 'orders',
  iat: now - 5,
});

const routes: readonly Route[] = [
  { name: 'guide', server: 'python', prefix: '' },
  { name: 'outspoken', server: 'python', prefix: '' },
  { name: 'splitting', server: 'python', prefix: 'Bearer ' },
  { name: 'outspoken_splitting', server: 'python', prefix: 'Bearer ' },
  { name: 'terse', server: 'python', prefix: 'Bearer ' },
  { name: 'audience', server: 'python', prefix: 'Bearer ', claims: full },
  { name: 'tutorial', server: 'node', prefix: 'Bearer ' },
  { name: 'spoken', server: 'node', prefix: 'Bearer ' },
  { name: 'named', server: 'node', prefix: 'Bearer ' },
  { name: 'raw', server: 'node', prefix: '' },
  { name: 'jose', server: 'node', prefix: 'Bearer ' },
  { name: 'challenging', server: 'node', prefix: 'Bearer ', claims: full },
];

/** What the user has beside the refused request: the secret, and a request that went well. */
const knowns = [
  { withKey: false, withSibling: false },
  { withKey: true, withSibling: false },
  { withKey: false, withSibling: true },
  { withKey: true, withSibling: true },
] as const;

const applies = (fault: Fault, { prefix }: Route) =>
  fault.only === undefined || (fault.only === 'raw') === (prefix === '');

function keyOf(text: string): readonly Key[] {
  const reading = readKeys(text);
  return reading.ok ? reading.keys : [];
}

describe('why real servers refuse', () => {
  let servers: Record<Route['server'], NodeServer>;
  beforeAll(async () => {
    servers = { python: await startGuide(), node: await startNodeServer() };
  });
  afterAll(() => Promise.all(Object.values(servers ?? {}).map((server) => server.close())));

  test('the first cause named is the true one in at least 95 % of cases, and none is named after a success', async () => {
    const misses: string[] = [];
    let cases = 0;
    for (const route of routes) {
      const url = `${servers[route.server].url}/${route.name}`;
      for (const fault of faults.filter((each) => applies(each, route))) {
        const now = Math.floor(Date.now() / 1000);
        const claims = (route.claims ?? plainClaims)(now);
        const good: Good = { now, prefix: route.prefix, claims, secret };
        for (const { withKey, withSibling } of knowns) {
          const recorder = createRecorder();
          const authorization = fault.header(good);
          const sibling = { ...good, claims: { ...claims, user_id: 7 } };
          const success = withSibling
            ? await recorder.call(url, { authorization: rightHeader(sibling) })
            : undefined;
          const refused = await recorder.call(url, authorization === undefined ? {} : { authorization });
          if (!refused) continue;
          const exchanges = recorder.exchanges();
          const scene = sceneOf(exchanges);
          const context = {
            exchanges,
            scene,
            troubles: troublesOf(scene),
            keys: withKey ? keyOf(secret) : [],
            expectations: {},
          };
          if (success) expect(await explainRefusal(success, context)).toBeUndefined();
          const explanation = await explainRefusal(refused, context);
          // Some libraries take no offence at some faults; then there is nothing to explain.
          if (refused.status === 200) {
            expect(explanation).toBeUndefined();
            continue;
          }
          cases += 1;
          const [first] = explanation?.causes ?? [];
          if (first && fault.truth.includes(first.code)) continue;
          const told = explanation?.causes.map(({ code, score }) => `${code} ${score.toFixed(2)}`).join(', ');
          misses.push(
            `${route.name}: ${fault.title}${withKey ? ' +key' : ''}${withSibling ? ' +sibling' : ''}: ${told} (${explanation?.messages})`,
          );
        }
      }
    }
    expect(cases).toBeGreaterThan(900);
    expect(misses.length / cases, misses.join('\n')).toBeLessThanOrEqual(0.05);
  });
});
