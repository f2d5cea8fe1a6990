import { type Carrier, type Exchange, isSent } from './exchange';
import type { Lineage, LineageToken } from './lineage';
import type { Roles } from './lineageRoles';
import type { Step } from './lineageSteps';
import { originOf } from './origin';

/** Builds lineages from steps in their order. */
export interface LineageTable {
  add(step: Step): void;
  /** Gives tokens that were issued and never sent their place. To be called once, at the end. */
  finish(): Lineage[];
}

const originFor = (url: string) => originOf(url) ?? url;
const idOf = (origin: string, { place, name }: Carrier) => `${origin} ${place} ${name}`;

export function createLineageTable(roles: Roles): LineageTable {
  const lineages = new Map<string, Lineage>();
  const entries = new Map<string, LineageToken>();
  const births = new Map<string, Step>();
  const placed = new Set<string>();
  /** Lineages by what their tokens were bought with and by where they came from. */
  const homes = new Map<string, Lineage>();

  const lineageFor = (origin: string, carrier: Carrier, token: string): Lineage => {
    const id = idOf(origin, carrier);
    const known = lineages.get(id) ?? { id, origin, carrier, role: roles.of(token), tokens: [] };
    lineages.set(id, known);
    return known;
  };
  const place = (lineage: Lineage, token: string, seenMs: number): LineageToken => {
    const key = `${lineage.id} ${token}`;
    const known = entries.get(key);
    if (known) return known;
    const entry = newToken(token, roles, seenMs, births.get(token));
    entries.set(key, entry);
    placed.add(token);
    lineage.tokens.push(entry);
    for (const home of homesOf(entry)) homes.set(home, lineage);
    return entry;
  };
  return {
    add(step) {
      const { exchange } = step;
      for (const { carrier, token } of exchange.captures) {
        if (!isSent(carrier)) continue;
        const entry = place(lineageFor(originFor(exchange.url), carrier, token), token, exchange.startedMs);
        if (entry.uses.at(-1) !== exchange) entry.uses.push(exchange);
        if (step.kind === 'logout' && (exchange.status ?? 200) < 400)
          entry.loggedOutMs ??= exchange.startedMs;
      }
      for (const { token } of step.issued) births.set(token, step);
    },
    finish() {
      for (const [token, { exchange }] of births) {
        if (placed.has(token)) continue;
        const entry = newToken(token, roles, exchange.startedMs, births.get(token));
        const home = homesOf(entry)
          .map((name) => homes.get(name))
          .find((known) => known !== undefined);
        place(home ?? lineageFor(originFor(exchange.url), carrierIn(exchange, token), token), token, 0);
      }
      for (const { tokens } of lineages.values()) tokens.sort((a, b) => a.firstSeenMs - b.firstSeenMs);
      return [...lineages.values()];
    },
  };
}

function newToken(token: string, roles: Roles, seenMs: number, birth: Step | undefined): LineageToken {
  const role = roles.of(token);
  if (!birth) return { token, role, begin: 'found', firstSeenMs: seenMs, uses: [] };
  const { exchange, kind, with: boughtWith } = birth;
  return {
    token,
    role,
    begin: kind === 'refresh' ? 'refresh' : 'login',
    firstSeenMs: exchange.endedMs ?? exchange.startedMs,
    issued: exchange,
    ...(boughtWith !== undefined && { boughtWith }),
    uses: [],
  };
}

/** Names under which a token's kin is looked for: what was bought with the same token, what came from the same place. */
function homesOf({ role, boughtWith, issued, token }: LineageToken): string[] {
  return [
    ...(boughtWith === undefined ? [] : [`${role} with ${boughtWith}`, `${role} with ${token}`]),
    ...(issued ? [`${role} from ${issued.url}`] : []),
  ];
}

function carrierIn({ captures }: Exchange, token: string): Carrier {
  return captures.find((capture) => capture.token === token)?.carrier ?? { place: 'response-body', name: '' };
}
