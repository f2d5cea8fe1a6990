import type { Times } from '../../core/token/lifetime';
import { partOf, type Token } from '../../core/token/token';
import { timesOf } from '../../core/token/tokenTimes';

/** The times of a token; undefined when its claims are encrypted or broken, so that nothing can be said. */
export function readableTimes(token: Token): Times | undefined {
  return partOf(token, 'payload')?.json?.type === 'object' ? timesOf(token) : undefined;
}
