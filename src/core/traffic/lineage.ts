import type { Carrier, Exchange } from './exchange';
import { createRoles, type Roles, type TokenRole } from './lineageRoles';
import { type Step, stepsOf } from './lineageSteps';
import { type Succession, successionsOf } from './lineageSuccession';
import { createLineageTable } from './lineageTable';

/** How a token came into its lineage. `found`: it was in use before anybody looked. */
export type Beginning = 'login' | 'refresh' | 'found';

/** One token of a lineage. Times are milliseconds since the epoch. */
export interface LineageToken {
  token: string;
  role: TokenRole;
  begin: Beginning;
  firstSeenMs: number;
  /** The exchange whose answer brought it. */
  issued?: Exchange;
  /** The token that it was bought with: a refresh token, or the one that it renewed. */
  boughtWith?: string;
  /** Requests that carried it here, oldest first. */
  uses: Exchange[];
  /** The token that took over from it, and when. */
  replacedBy?: string;
  replacedMs?: number;
  /** When it was sent to log out. */
  loggedOutMs?: number;
}

/** Tokens that succeed each other on one origin and carrier. */
export interface Lineage {
  id: string;
  /** Where they are sent to; of tokens that were never sent, where they came from. */
  origin: string;
  carrier: Carrier;
  role: TokenRole;
  /** Oldest first. */
  tokens: LineageToken[];
}

/** The lineages of a log, over all its tabs, workers and windows, the one seen first first. */
export function lineagesOf(exchanges: readonly Exchange[]): Lineage[] {
  return readLineages(exchanges).lineages;
}

/** The lineages, with what they were read from. */
export interface LineageReading {
  lineages: Lineage[];
  steps: readonly Step[];
  roles: Roles;
  /** By the token that was replaced. */
  successions: ReadonlyMap<string, Succession>;
}

/** Reads a log, oldest exchange first, in time that grows with its length alone. */
export function readLineages(exchanges: readonly Exchange[]): LineageReading {
  const roles = createRoles();
  for (const { captures } of exchanges) for (const capture of captures) roles.learn(capture);
  const steps = stepsOf(exchanges, roles);
  const table = createLineageTable(roles);
  for (const step of steps) table.add(step);
  const lineages = table.finish();
  const successions = successionsOf(steps, roles);
  for (const { tokens } of lineages) for (const entry of tokens) tellSuccessor(entry, successions, tokens);
  return { lineages, steps, roles, successions };
}

/** A refresh token is replaced by the one that was bought with it, an access token by its successor. */
function tellSuccessor(
  entry: LineageToken,
  successions: ReadonlyMap<string, Succession>,
  lane: readonly LineageToken[],
): void {
  const succession = successions.get(entry.token);
  if (succession) {
    entry.replacedBy = succession.by;
    entry.replacedMs = succession.atMs;
    return;
  }
  if (entry.role !== 'refresh') return;
  const next = lane.find(({ boughtWith }) => boughtWith === entry.token);
  if (!next) return;
  entry.replacedBy = next.token;
  entry.replacedMs = next.firstSeenMs;
}
