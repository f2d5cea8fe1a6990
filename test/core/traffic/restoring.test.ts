import { expect, test } from 'vitest';
import type { Exchange } from '../../../src/core/traffic/exchange';
import { isFact } from '../../../src/core/traffic/fact';
import { createFolding } from '../../../src/core/traffic/folding';
import { restoringFacts } from '../../../src/core/traffic/restoring';

const capture = (place: Exchange['captures'][number]['carrier']['place'], token: string) => ({
  carrier: { place, name: 'a' },
  before: '',
  token,
  after: '',
});
const exchange = (startedMs: number, rest: Partial<Exchange> = {}): Exchange => ({
  id: `${startedMs}`,
  tabId: 1,
  method: 'GET',
  url: `http://a.test/${startedMs}`,
  startedMs,
  feeds: ['webRequest'],
  answerCertain: true,
  captures: [capture('request-header', 'a.b.c')],
  ...rest,
});

const exchanges = [
  exchange(1, {
    endedMs: 5,
    status: 200,
    captures: [capture('request-header', 'a'), capture('response-body', 'b')],
  }),
  exchange(2),
  exchange(3, { error: 'net::ERR_FAILED', endedMs: 9, feeds: ['webRequest', 'devtools'] }),
  exchange(4, {
    endedMs: 6,
    status: 401,
    authorization: 'Bearer null',
    challenges: ['Bearer'],
    captures: [],
  }),
  exchange(5, {
    captures: [capture('url-fragment', 'x.y.z')],
    incognito: true,
    tabId: -1,
    initiator: 'http://a.test',
  }),
];

test('what was cleared folds into the same exchanges again', () => {
  const facts = restoringFacts(exchanges, 'undo');
  expect(facts.filter((fact) => !isFact(fact))).toEqual([]);
  const folding = createFolding();
  folding.add(facts);
  const told = ({ id: _id, ...rest }: Exchange) => JSON.parse(JSON.stringify(rest));
  expect(folding.exchanges().map(told)).toEqual(exchanges.map(told));
});
