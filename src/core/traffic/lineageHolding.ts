/** Which tab or worker has which access tokens in hand. */
export interface Holdings {
  hold(token: string, sender: string): void;
  isKnown(token: string): boolean;
  holds(sender: string, token: string): boolean;
  /** Everybody who has had it in hand so far. */
  holdersOf(token: string): ReadonlySet<string>;
  /** What a sender has in hand, the latest first. */
  of(sender: string): readonly string[];
}

/** So many tokens a tab may have in use at once, for one server or for several. */
const MOST_HELD = 64;

export function createHoldings(): Holdings {
  const holders = new Map<string, Set<string>>();
  const held = new Map<string, string[]>();
  return {
    hold(token, sender) {
      const known = holders.get(token) ?? new Set<string>();
      holders.set(token, known.add(sender));
      if (held.get(sender)?.[0] === token) return;
      const others = (held.get(sender) ?? []).filter((other) => other !== token);
      held.set(sender, [token, ...others].slice(0, MOST_HELD));
    },
    isKnown: (token) => holders.has(token),
    holds: (sender, token) => holders.get(token)?.has(sender) === true,
    holdersOf: (token) => new Set(holders.get(token)),
    of: (sender) => held.get(sender) ?? [],
  };
}

/** Who takes turns: tokens that one sender sends in the same place, now this one and now that. */
export interface Turns {
  /** Notes that a token is sent, and gives the one that was sent there before, if it was another. */
  take(lane: string, token: string): string | undefined;
  /** Whether two tokens were sent in turn, and so are in use at the same time. */
  inTurn(one: string, other: string): boolean;
}

/** So often an old token may come back by mistake. */
const MOST_RETURNS = 2;

export function createTurns(): Turns {
  const last = new Map<string, string>();
  const changes = new Map<string, number>();
  const pairOf = (one: string, other: string) => [one, other].sort().join(' ');
  return {
    take(lane, token) {
      const before = last.get(lane);
      last.set(lane, token);
      if (before === undefined || before === token) return undefined;
      const pair = pairOf(before, token);
      changes.set(pair, (changes.get(pair) ?? 0) + 1);
      return before;
    },
    inTurn: (one, other) => (changes.get(pairOf(one, other)) ?? 0) > 1 + 2 * MOST_RETURNS,
  };
}
