import { randomBytes } from 'node:crypto';
import type { Exchange } from '../../../src/core/traffic/exchange';
import { bearer, capture, exchange, inSeconds, jwt, START_MS } from './made';

const MINUTE = 60_000;
const LIFE_SECONDS = 6 * 60;

export interface Planted {
  code: string;
  /** When it must be told to have happened, milliseconds since the epoch. */
  atMs: number;
}

export interface Day {
  exchanges: Exchange[];
  planted: Planted[];
}

interface Session {
  access: string;
  refresh: string;
}

const opaque = () => randomBytes(24).toString('base64url');

/** Zone of the computer on which a third server uses datetime.now(): five hours behind UTC in November. */
const NEW_YORK_SECONDS = -5 * 3600;

/**
 * Twelve hours of a single-page app in three tabs that share one login, refreshed every five minutes by whichever tab
 * comes first; with two races, one family that is revoked after a reuse, one server whose clock is 90 s ahead, and one
 * server that writes New York's time as if it were UTC.
 */
export function dayOfTraffic(hours = 12): Day {
  const exchanges: Exchange[] = [];
  const planted: Planted[] = [];
  let serial = 0;
  const issue = (atMs: number): Session => ({
    access: jwt({
      sub: 'ada',
      jti: String(serial++),
      iat: inSeconds(atMs),
      exp: inSeconds(atMs) + LIFE_SECONDS,
    }),
    refresh: opaque(),
  });
  const answerWith = ({ access, refresh }: Session) => [
    capture('response-body', '$.access_token', access),
    capture('response-body', '$.refresh_token', refresh, { opaque: 'refresh_token' }),
  ];
  const call = (atMs: number, tabId: number, token: string, more: Partial<Exchange> = {}) =>
    exchanges.push(
      exchange(atMs, [bearer(token)], { tabId, url: `https://api.example.test/r/${serial % 7}`, ...more }),
    );
  const login = (atMs: number, tabId: number): Session => {
    const session = issue(atMs + 30);
    const url = 'https://login.example.test/oauth/token';
    exchanges.push(exchange(atMs, answerWith(session), { tabId, url, method: 'POST' }));
    return session;
  };
  const refresh = (atMs: number, tabId: number, held: Session, refused = false): Session => {
    const session = issue(atMs + 30);
    const sent = capture('request-body', 'refresh_token', held.refresh, { opaque: 'refresh_token' });
    const url = 'https://login.example.test/oauth/token';
    const answer = refused ? { status: 400, refusal: '{"error":"invalid_grant"}' } : {};
    const captures = refused ? [sent] : [sent, ...answerWith(session)];
    exchanges.push(exchange(atMs, captures, { tabId, url, method: 'POST', ...answer }));
    return refused ? held : session;
  };

  let session = login(START_MS, 1);
  /** After the breach there is a new login some time into the round; until then the old access token does. */
  let later: { fromMs: number; session: Session } | undefined;
  const rounds = hours * 12;
  const races = new Set([Math.floor(rounds / 4), Math.floor(rounds / 2)]);
  const breach = Math.floor((rounds * 3) / 4);
  for (let round = 0; round < rounds; round++) {
    const fromMs = START_MS + round * 5 * MINUTE + 500;
    for (let at = 0; at < 12; at++) {
      const atMs = fromMs + at * 24_000;
      if (later && atMs > later.fromMs) session = later.session;
      call(atMs, (at % 3) + 1, session.access);
    }
    later = undefined;
    // One request is on its way while the token is replaced.
    const refreshMs = START_MS + (round + 1) * 5 * MINUTE;
    const before = session;
    call(refreshMs + 10, 3, before.access);
    session = refresh(refreshMs, (round % 3) + 1, before);
    if (races.has(round)) {
      refresh(refreshMs + 15, ((round + 1) % 3) + 1, before, true);
      planted.push({ code: 'refresh-race', atMs: refreshMs });
    }
    if (round === breach) {
      const reuseMs = refreshMs + 70_000;
      refresh(reuseMs, 2, before, true);
      planted.push({ code: 'refresh-reuse', atMs: reuseMs });
      refresh(refreshMs + 90_000, 1, session, true);
      planted.push({ code: 'family-revoked', atMs: refreshMs + 90_000 });
      later = { fromMs: refreshMs + 96_000, session: login(refreshMs + 95_000, 1) };
    }
  }
  const fast = (more: Partial<Exchange>) => ({
    ...more,
    serverDateMs: 1000 * inSeconds((more.endedMs ?? 0) + 90_000),
  });
  for (let at = 0; at < 20; at++) {
    const startedMs = START_MS + at * 30 * MINUTE + 7_000;
    const key = jwt({
      sub: 'batch',
      iat: inSeconds(START_MS) - 86_400,
      exp: inSeconds(START_MS) + 30 * 86_400,
    });
    exchanges.push(
      exchange(
        startedMs,
        [bearer(key)],
        fast({ endedMs: startedMs + 60, url: 'https://reports.example.test/daily' }),
      ),
    );
  }
  planted.push({ code: 'clock-off', atMs: START_MS + 7_000 });
  for (let at = 0; at < 4; at++) {
    const startedMs = START_MS + at * 60 * MINUTE + 11_000;
    const naive = jwt({ user_id: at, exp: inSeconds(startedMs) + NEW_YORK_SECONDS + 3600 });
    const url = 'https://legacy.example.test/login';
    exchanges.push(
      exchange(startedMs, [capture('response-body', '$.token', naive)], { url, method: 'POST' }),
    );
    exchanges.push(
      exchange(startedMs + 300, [capture('request-header', 'authorization', naive)], {
        url: 'https://legacy.example.test/protected',
        status: 401,
        refusal: '{"message":"Token has expired"}\n',
      }),
    );
  }
  planted.push({ code: 'zone-shift', atMs: START_MS + 11_000 });
  exchanges.sort((a, b) => a.startedMs - b.startedMs);
  planted.sort((a, b) => a.atMs - b.atMs);
  return { exchanges, planted };
}
