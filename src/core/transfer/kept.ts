import { type Exchange, feeds } from '../traffic/exchange';
import { isFact } from '../traffic/fact';
import { isObject } from './loose';

/** The member of our own exports that holds what other tools have no place for. */
export const ownMember = '_claimscope';

/** Whether what a file says an exchange is can be one: the same checks as for what comes as a message. */
export function isExchange(value: unknown): value is Exchange {
  if (!isObject(value) || typeof value.id !== 'string' || typeof value.answerCertain !== 'boolean')
    return false;
  const { startedMs, endedMs } = value;
  const name = { source: '', n: 0 };
  return (
    Array.isArray(value.feeds) &&
    value.feeds.every((feed) => feeds.some((known) => known === feed)) &&
    isFact({ ...value, ...name, kind: 'sent', feed: 'import', atMs: startedMs }) &&
    isFact({ ...value, ...name, kind: 'answered', atMs: endedMs ?? startedMs })
  );
}
