import type { Severity } from './finding';
import type { Situation } from './situation';

/** The values for the rule's sentence where it fires; undefined where it stays silent. */
export type Hit = readonly string[] | undefined;

/** One thing that can be found. */
export interface Rule {
  id: string;
  severity: Severity;
  source: string;
  test(situation: Situation): Hit;
}

/** Fires when `met`. */
export function when(met: boolean, ...values: readonly string[]): Hit {
  return met ? values : undefined;
}

/** Fires when there are any, and names the first few of them, each once. */
export function whenAny(names: readonly string[]): Hit {
  const distinct = [...new Set(names)];
  return distinct.length > 0 ? [distinct.slice(0, MOST_NAMED).join(', ')] : undefined;
}

const MOST_NAMED = 5;
