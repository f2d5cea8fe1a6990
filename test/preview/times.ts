import type { Exchange } from '../../src/core/traffic/exchange';
import { signHs256 } from './signing';
import { exchangeWith, PREVIEW_NOW_MS } from './surroundings';

const secret = 'your-secret-key';
const MINUTE = 60_000;

/** An answer that brings a token. */
function issuing(token: string, startedMs: number, url: string): Exchange {
  const exchange = exchangeWith(token, { startedMs, url, method: 'POST' });
  const carrier = { place: 'response-body', name: '$.access_token' } as const;
  return { ...exchange, captures: [{ carrier, before: '', token, after: '' }] };
}

/** Lineages of a few tokens each, refreshed every five minutes, some of whose requests are refused. */
export async function lineages(count: number, tokensEach: number, usesEach: number): Promise<Exchange[]> {
  const firstMs = PREVIEW_NOW_MS - tokensEach * 5 * MINUTE + 90_000;
  const made = Array.from({ length: count }, async (_, lane) => {
    const origin = `https://api-${lane + 1}.acme.test`;
    const tokens = Array.from({ length: tokensEach }, async (_each, at) => {
      const fromMs = firstMs + at * 5 * MINUTE + lane * 700;
      const seconds = Math.floor(fromMs / 1000);
      const claims = { sub: `user ${lane + 1}`, jti: `${lane} ${at}`, iat: seconds, exp: seconds + 360 };
      const token = await signHs256(claims, secret);
      const uses = Array.from({ length: usesEach }, (_use, use) =>
        exchangeWith(token, {
          startedMs: fromMs + 2_000 + (use * 5 * MINUTE) / usesEach,
          url: `${origin}/orders/${use}`,
          before: 'Bearer ',
          status: (lane + at + use) % 17 === 5 ? 401 : 200,
        }),
      );
      return [issuing(token, fromMs, `${origin}/${at === 0 ? 'login' : 'refresh'}`), ...uses];
    });
    return (await Promise.all(tokens)).flat(2);
  });
  const all = (await Promise.all(made)).flat();
  return all.filter(({ startedMs }) => startedMs <= PREVIEW_NOW_MS).sort((a, b) => a.startedMs - b.startedMs);
}

/** A guide's server that was sent Bearer, and requests that carried no token at all. */
export async function refusals(): Promise<Exchange[]> {
  const token = await signHs256(
    { user_id: 123, username: 'john_doe', exp: Math.floor(PREVIEW_NOW_MS / 1000) + 252 },
    secret,
  );
  const refusal = '{"message":"Invalid token"}\n';
  const nothing = exchangeWith(token, { startedMs: PREVIEW_NOW_MS - 80_000, status: 401 });
  return [
    { ...nothing, captures: [], refusal: '{"message":"Token is missing"}\n' },
    {
      ...nothing,
      id: 'null',
      captures: [],
      authorization: 'Bearer null',
      refusal,
      url: 'http://127.0.0.1:5000/cart',
    },
    exchangeWith(token, { startedMs: PREVIEW_NOW_MS - 70_000 }),
    {
      ...exchangeWith(token, { startedMs: PREVIEW_NOW_MS - 60_000, before: 'Bearer ', status: 401 }),
      refusal,
    },
  ];
}
