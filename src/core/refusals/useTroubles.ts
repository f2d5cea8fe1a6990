import { type Exchange, isSent } from '../traffic/exchange';
import type { Step } from '../traffic/lineageSteps';
import { senderOf } from '../traffic/lineageSuccession';
import { originOf } from '../traffic/origin';
import { type Scene, type Trouble, trouble } from './trouble';

/** What was already on its way when the new token came is no mistake. */
const GRACE_MS = 1_000;
/** A token with less than this left may expire on its way. */
const NEARLY_SECONDS = 5;

/** Trouble with how tokens are used: an old one after a newer one, one in its last seconds. */
export function useTroubles(scene: Scene): Trouble[] {
  const uses = scene.reading.steps.filter(({ kind }) => kind === 'use' || kind === 'login');
  const stale = new Map<string, Exchange[]>();
  const nearly = new Map<string, Exchange[]>();
  for (const step of uses) {
    for (const token of accessTokensOf(step, scene)) {
      if (isStale(step, token, scene)) collect(stale, token, step.exchange);
      if (isNearlyExpired(step, token, scene)) collect(nearly, token, step.exchange);
    }
  }
  return [
    ...[...stale].map(([token, exchanges]) => staleTrouble(token, exchanges, scene)),
    ...[...nearly].map(([token, exchanges]) =>
      trouble('nearly-expired', exchanges, [token], exchanges.length),
    ),
  ];
}

function accessTokensOf({ exchange }: Step, { reading: { roles } }: Scene): Set<string> {
  const sent = exchange.captures.filter(
    ({ carrier, token }) => isSent(carrier) && roles.of(token) === 'access',
  );
  return new Set(sent.map(({ token }) => token));
}

function collect(into: Map<string, Exchange[]>, token: string, exchange: Exchange): void {
  const known = into.get(token);
  if (known) known.push(exchange);
  else into.set(token, [exchange]);
}

/** Unless it is certain, only who had the old token in hand when it was replaced can be behind. */
function isStale({ exchange }: Step, token: string, { reading: { successions } }: Scene): boolean {
  const succession = successions.get(token);
  if (!succession || exchange.startedMs <= succession.atMs + GRACE_MS) return false;
  return succession.certain || succession.holders.has(senderOf(exchange));
}

/** Values: how many requests, and how many seconds after the new one was there the last of them was sent. */
function staleTrouble(token: string, exchanges: readonly Exchange[], { reading }: Scene): Trouble {
  const succession = reading.successions.get(token);
  const after = ((exchanges.at(-1)?.startedMs ?? 0) - (succession?.atMs ?? 0)) / 1000;
  const by = succession ? [succession.by] : [];
  return trouble('stale-token', exchanges, [token, ...by], exchanges.length, Math.round(after));
}

function isNearlyExpired({ exchange }: Step, token: string, { clocks, times }: Scene): boolean {
  const { expSeconds } = times(token);
  if (expSeconds === undefined) return false;
  const atMs = clocks.serverMs(originOf(exchange.url), exchange.startedMs);
  const left = expSeconds - atMs / 1000;
  return left > 0 && left < NEARLY_SECONDS;
}
