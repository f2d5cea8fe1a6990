import type { Answered, Sent } from '../../../src/core/traffic/fact';

/** A request of tab 1 that carries `token` as a raw Authorization header, changed where a test says so. */
export function sent(n: number, atMs: number, token = 'a.b.c', change: Partial<Sent> = {}): Sent {
  return {
    kind: 'sent',
    feed: 'webRequest',
    source: 'w',
    n,
    tabId: 1,
    method: 'GET',
    url: 'http://localhost:5000/protected',
    initiator: 'http://localhost:5000',
    type: 'xmlhttprequest',
    atMs,
    captures: [{ carrier: { place: 'request-header', name: 'authorization' }, before: '', token, after: '' }],
    ...change,
  };
}

/** What DevTools tells of the same request. */
export function sentSeenByDevtools(
  n: number,
  atMs: number,
  token = 'a.b.c',
  change: Partial<Sent> = {},
): Sent {
  return sent(n, atMs, token, {
    feed: 'devtools',
    source: 'd1',
    initiator: undefined,
    type: undefined,
    ...change,
  });
}

export function answered(n: number, atMs: number, status = 200, source = 'w'): Answered {
  return { kind: 'answered', source, n, atMs, status, error: undefined, captures: [] };
}
