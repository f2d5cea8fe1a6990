import { type Exchange, isSent } from './exchange';
import { saidBy } from './lineageClaims';
import type { Roles } from './lineageRoles';
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
  /** Whoever sent the old one before it was replaced: tabs and workers that share the tokens. */
  holders: ReadonlySet<string>;
}

/** Who sent a request: a tab, or a page's worker, which has none. */
export const senderOf = ({ tabId, initiator }: Exchange) => (tabId === -1 ? `${initiator}` : `${tabId}`);

/** Two tokens that are sent in turn are in use at the same time; so often may an old one come back by mistake. */
const MOST_RETURNS = 2;

/** So many tokens a tab may have in use at once, for one server or for several. */
const MOST_HELD = 64;

/** Claims that a refresh leaves as they are. */
const lasting = ['iss', 'sub', 'aud', 'azp', 'client_id', 'user_id'] as const;

/** Which access token took over from which, each old one at most once, in order of time. */
export function successionsOf(steps: readonly Step[], roles: Roles): Map<string, Succession> {
  const walk = createWalk(roles);
  for (const step of byTime(steps)) walk(step);
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
  (moment: Moment): void;
  done(): Map<string, Succession>;
}

function createWalk(roles: Roles): Walk {
  const found = new Map<string, Succession>();
  const certain = new Set<string>();
  const holders = new Map<string, Set<string>>();
  const issuedWith = new Map<string, string>();
  const held = new Map<string, string[]>();
  const lastSent = new Map<string, string>();
  const returns = new Map<string, number>();
  const issued = new Set<string>();

  const hold = (token: string, sender: string) => {
    const known = holders.get(token) ?? new Set<string>();
    holders.set(token, known.add(sender));
    if (held.get(sender)?.[0] === token) return;
    const own = (held.get(sender) ?? []).filter((other) => other !== token);
    held.set(sender, [token, ...own].slice(0, MOST_HELD));
  };
  const succeed = (old: string | undefined, by: string, atMs: number, isCertain: boolean, step?: Step) => {
    if (old === undefined || old === by || found.has(old) || leadsTo(found, by, old)) return;
    if (!isCertain && !alike(old, by)) return;
    const at: Succession = { old, by, atMs, holders: new Set(holders.get(old)), ...(step && { step }) };
    found.set(old, at);
    if (isCertain) certain.add(old);
  };
  const sent = ({ exchange }: Step) => {
    const sender = senderOf(exchange);
    for (const { carrier, token } of exchange.captures) {
      if (!isSent(carrier) || roles.of(token) !== 'access') continue;
      const lane = `${sender} ${originOf(exchange.url)} ${carrier.place} ${carrier.name}`;
      const before = lastSent.get(lane);
      lastSent.set(lane, token);
      if (before !== undefined && before !== token) {
        const pair = [before, token].sort().join(' ');
        returns.set(pair, (returns.get(pair) ?? -1) + 1);
        if (!issued.has(token) && !holders.has(token)) succeed(before, token, exchange.startedMs, false);
      }
      hold(token, sender);
    }
  };
  const answered = (step: Step, atMs: number) => {
    const sender = senderOf(step.exchange);
    const access = step.issued.find(({ role }) => role === 'access')?.token;
    const refresh = step.issued.find(({ role }) => role === 'refresh')?.token;
    if (access !== undefined) {
      issued.add(access);
      const old = predecessor(step, sender, access, refresh !== undefined);
      succeed(old, access, atMs, refresh !== undefined && step.with !== undefined, step);
      hold(access, sender);
    }
    const purse = refresh ?? step.with;
    if (access !== undefined && purse !== undefined) issuedWith.set(purse, access);
  };
  const predecessor = (step: Step, sender: string, access: string, rotated: boolean): string | undefined => {
    if (step.kind === 'login' || step.with === undefined)
      return held.get(sender)?.find((token) => !found.has(token) && alike(token, access));
    if (roles.of(step.with) === 'access') return step.with;
    const old = issuedWith.get(step.with);
    return old === undefined || rotated || holders.get(old)?.has(sender) ? old : undefined;
  };
  const walk = ({ kind, step, atMs }: Moment) => (kind === 'sent' ? sent(step) : answered(step, atMs));
  return Object.assign(walk, {
    done() {
      for (const [old, { by }] of found) {
        const back = returns.get([old, by].sort().join(' ')) ?? 0;
        if (!certain.has(old) && back > 2 * MOST_RETURNS) found.delete(old);
      }
      return found;
    },
  });
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
