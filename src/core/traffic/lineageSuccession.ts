import { type Exchange, isSent } from './exchange';
import { saidBy } from './lineageClaims';
import { createHoldings, createTurns } from './lineageHolding';
import type { Roles, TokenRole } from './lineageRoles';
import type { Step } from './lineageSteps';
import { originOf } from './origin';

/** One access token took over from another. */
export interface Succession {
  old: string;
  by: string;
  /** From when on the new one could be used. Milliseconds since the epoch. */
  atMs: number;
  /** The refresh or the login that brought it; absent where it was first seen in use. */
  step?: Step;
  /** True where the refresh token was replaced along with it: then nobody can have kept the old one on purpose. */
  certain: boolean;
  /** Whoever sent the old one before it was replaced: tabs and workers that share the tokens. */
  holders: ReadonlySet<string>;
}

/** Who sent a request: a tab, or a page's worker, which has none. */
export const senderOf = ({ tabId, initiator }: Exchange) => (tabId === -1 ? `${initiator}` : `${tabId}`);

/** Claims that a refresh leaves as they are. */
const lasting = ['iss', 'sub', 'aud', 'azp', 'client_id', 'user_id'] as const;

/** Which access token took over from which, each old one at most once. */
export function successionsOf(steps: readonly Step[], roles: Roles): Map<string, Succession> {
  const walk = createWalk(roles);
  for (const { kind, step, atMs } of byTime(steps)) {
    if (kind === 'sent') walk.sent(step);
    else walk.answered(step, atMs);
  }
  return walk.done();
}

type Moment = { atMs: number; kind: 'sent' | 'answered'; step: Step };

/** Requests and answers in the order in which they happened. */
function byTime(steps: readonly Step[]): Moment[] {
  const moments = steps.flatMap((step): Moment[] => [
    { atMs: step.exchange.startedMs, kind: 'sent', step },
    ...(step.issued.length > 0
      ? [{ atMs: step.exchange.endedMs ?? step.exchange.startedMs, kind: 'answered' as const, step }]
      : []),
  ]);
  return moments.sort((a, b) => a.atMs - b.atMs);
}

interface Walk {
  sent(step: Step): void;
  answered(step: Step, atMs: number): void;
  done(): Map<string, Succession>;
}

/** The token that an answer brought, of a role. */
const issuedAs = ({ issued }: Step, wanted: TokenRole) => issued.find(({ role }) => role === wanted)?.token;

function createWalk(roles: Roles): Walk {
  const found = new Map<string, Succession>();
  const holdings = createHoldings();
  const turns = createTurns();
  /** By refresh token, the access token that came with it or was last bought with it. */
  const issuedWith = new Map<string, string>();

  const succeed = (old: string, by: string, atMs: number, isCertain: boolean, step?: Step) => {
    if (old === by || found.has(old) || leadsTo(found, by, old)) return;
    if (!isCertain && !alike(old, by)) return;
    found.set(old, {
      old,
      by,
      atMs,
      certain: isCertain,
      holders: holdings.holdersOf(old),
      ...(step && { step }),
    });
  };
  const predecessor = (step: Step, access: string, rotated: boolean): string | undefined => {
    const sender = senderOf(step.exchange);
    if (step.kind === 'login' || step.with === undefined)
      return holdings.of(sender).find((token) => !found.has(token) && alike(token, access));
    if (roles.of(step.with) === 'access') return step.with;
    const old = issuedWith.get(step.with);
    return old === undefined || rotated || holdings.holds(sender, old) ? old : undefined;
  };
  return {
    sent({ exchange }) {
      const sender = senderOf(exchange);
      for (const { carrier, token } of exchange.captures) {
        if (!isSent(carrier) || roles.of(token) !== 'access') continue;
        const lane = `${sender} ${originOf(exchange.url)} ${carrier.place} ${carrier.name}`;
        const before = turns.take(lane, token);
        if (before !== undefined && !holdings.isKnown(token))
          succeed(before, token, exchange.startedMs, false);
        holdings.hold(token, sender);
      }
    },
    answered(step, atMs) {
      const access = issuedAs(step, 'access');
      if (access === undefined) return;
      const refresh = issuedAs(step, 'refresh');
      const rotated = refresh !== undefined && step.with !== undefined;
      const old = predecessor(step, access, rotated);
      if (old !== undefined) succeed(old, access, atMs, rotated, step);
      holdings.hold(access, senderOf(step.exchange));
      const purse = refresh ?? step.with;
      if (purse !== undefined) issuedWith.set(purse, access);
    },
    done() {
      for (const [old, { by, certain }] of found) if (!certain && turns.inTurn(old, by)) found.delete(old);
      return found;
    },
  };
}

/** Whether following the successions from one token comes to another: then that one is older. */
function leadsTo(found: ReadonlyMap<string, Succession>, from: string, to: string): boolean {
  for (let next = found.get(from)?.by; next !== undefined; next = found.get(next)?.by) {
    if (next === to) return true;
  }
  return false;
}

/** Whether nothing speaks against one token being the other's successor: the same user, for the same server, later. */
function alike(old: string, by: string): boolean {
  const [before, after] = [saidBy(old).claims, saidBy(by).claims];
  const same = lasting.every((name) => JSON.stringify(before[name]) === JSON.stringify(after[name]));
  const later = (['iat', 'exp'] as const).every((name) => {
    const [one, other] = [before[name], after[name]];
    return typeof one !== 'number' || typeof other !== 'number' || one <= other;
  });
  return same && later;
}
