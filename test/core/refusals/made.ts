import { createHmac } from 'node:crypto';
import type { Capture, Carrier, Exchange } from '../../../src/core/traffic/exchange';

/** The middle of November, when New York is five hours behind UTC. Milliseconds since the epoch. */
export const START_MS = Date.UTC(2026, 10, 18, 6, 0, 0);

export const inSeconds = (ms: number) => Math.floor(ms / 1000);

const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A signed token; the secret is nobody's. */
export function jwt(claims: object, header: object = { alg: 'HS256', typ: 'JWT' }, secret = 'k'): string {
  const input = `${encoded(header)}.${encoded(claims)}`;
  return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`;
}

export function capture(
  place: Carrier['place'],
  name: string,
  token: string,
  more: Partial<Capture> = {},
): Capture {
  return { carrier: { place, name }, before: '', token, after: '', ...more };
}

export const bearer = (token: string) =>
  capture('request-header', 'authorization', token, { before: 'Bearer ' });

let made = 0;

/** A request of tab 1 that took 40 ms and went well, by a server whose clock is right. */
export function exchange(
  startedMs: number,
  captures: readonly Capture[],
  more: Partial<Exchange> = {},
): Exchange {
  made += 1;
  const endedMs = more.endedMs ?? startedMs + 40;
  return {
    id: `x${made}`,
    tabId: 1,
    method: 'GET',
    url: 'https://api.example.test/orders',
    startedMs,
    endedMs,
    status: 200,
    serverDateMs: 1000 * inSeconds(endedMs - 5),
    feeds: ['devtools'],
    answerCertain: true,
    captures,
    ...more,
  };
}
