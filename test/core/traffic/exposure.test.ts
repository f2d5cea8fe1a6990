import { describe, expect, it } from 'vitest';
import messages from '../../../src/_locales/en/messages.json';
import type { Capture, Exchange } from '../../../src/core/traffic/exchange';
import { exposureCodes, exposureOf } from '../../../src/core/traffic/exposure';

const sameOwner = (one: string, other: string) => one.split('.').at(-2) === other.split('.').at(-2);
const seen = (
  url: string,
  place: Capture['carrier']['place'],
  more: Partial<Exchange> & { name?: string; before?: string; after?: string } = {},
): Exchange => {
  const { name = '', before = '', after = '', ...exchange } = more;
  return {
    id: url,
    tabId: 1,
    initiator: 'https://app.acme.test',
    method: 'GET',
    url,
    startedMs: 1_000,
    feeds: ['webRequest'],
    answerCertain: true,
    captures: [{ carrier: { place, name }, before, token: 'T', after }],
    ...exchange,
  };
};
const meansOf = (...given: Parameters<typeof seen>) => exposureOf('T', [seen(...given)], sameOwner)[0]?.means;

describe('where a token was', () => {
  it.each([
    ['https://api.acme.test/x', 'request-header', {}, []],
    ['https://tracker.example/x', 'request-header', {}, ['third-party']],
    ['https://tracker.example/x', 'request-body', { initiator: undefined }, []],
    ['https://tracker.example/x', 'response-body', {}, []],
    ['http://api.acme.test/x', 'request-cookie', {}, ['plain-http']],
    ['ws://api.acme.test/x', 'websocket-sent', {}, ['plain-http']],
    ['http://127.0.0.1:5000/x', 'request-header', { initiator: 'http://127.0.0.1:5000' }, []],
    ['http://localhost/x', 'url-query', { initiator: 'http://localhost' }, ['in-address']],
    ['https://api.acme.test/T', 'url-path', {}, ['in-address']],
    ['https://app.acme.test/#t=T', 'url-fragment', {}, ['in-fragment']],
    ['https://api.acme.test/go', 'response-header', { name: 'location', before: '/cb?t=' }, ['in-address']],
    ['https://api.acme.test/go', 'response-header', { name: 'location', before: '/cb#t=' }, ['in-fragment']],
    ['https://api.acme.test/go', 'response-header', { name: 'x-token' }, []],
    ['https://app.acme.test/', 'local-storage', {}, ['readable', 'lasting']],
    ['https://app.acme.test/', 'session-storage', {}, ['readable']],
    ['https://app.acme.test/', 'script-cookie', {}, ['readable']],
    ['https://api.acme.test/x', 'set-cookie', { after: '; Path=/; HttpOnly; Secure' }, []],
    ['https://api.acme.test/x', 'set-cookie', { after: '; Secure' }, ['cookie-readable']],
    ['https://api.acme.test/x', 'set-cookie', { after: ';httponly' }, ['cookie-plain']],
    [
      'https://api.acme.test/x',
      'set-cookie',
      { after: '; Secure; HttpOnly; SameSite=None' },
      ['cookie-cross-site'],
    ],
  ] as const)('%s, %s, %o means %o', (url, place, more, means) => {
    expect(meansOf(url, place, more)).toEqual(means);
  });

  it('is told once for each origin and carrier, what matters first', () => {
    const exchanges = [
      seen('https://api.acme.test/1', 'request-header', { name: 'authorization', startedMs: 1 }),
      seen('https://api.acme.test/2', 'request-header', { name: 'authorization', startedMs: 9 }),
      seen('https://tracker.example/3', 'url-query', { name: 't', startedMs: 5 }),
      { ...seen('https://api.acme.test/4', 'request-header'), captures: [] },
    ];
    expect(exposureOf('T', exchanges, sameOwner)).toEqual([
      {
        origin: 'https://tracker.example',
        carrier: { place: 'url-query', name: 't' },
        count: 1,
        firstMs: 5,
        lastMs: 5,
        means: ['third-party', 'in-address'],
      },
      {
        origin: 'https://api.acme.test',
        carrier: { place: 'request-header', name: 'authorization' },
        count: 2,
        firstMs: 1,
        lastMs: 9,
        means: [],
      },
    ]);
    expect(exposureOf('other', exchanges, sameOwner)).toEqual([]);
  });

  it('has a sentence for everything it can mean', () => {
    for (const code of exposureCodes)
      expect(messages).toHaveProperty(`exposure_${code.replaceAll('-', '_')}`);
  });
});
