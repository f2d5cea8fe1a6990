import type { Language } from '../language';
import { pathOf } from '../model/address';
import type { Mark } from './lanes';

/** What a mark tells, with its exact time: where the reader is, and in UTC. */
export function markText(
  { kind, ms, exchange, token }: Mark,
  who: (token: string) => string,
  language: Language,
): string {
  const { method = '', url = '', status } = exchange ?? {};
  const answer = status === undefined ? '' : String(status);
  const what = language.code('mark', kind, [method, url === '' ? '' : pathOf(url), answer]);
  const ms3 = String(Math.floor(Math.abs(ms) % 1000)).padStart(3, '0');
  const moment = [language.local(ms)?.concat(`.${ms3}`), language.utc(ms)].filter(Boolean).join(' · ');
  return [what.trim(), who(token), moment].filter(Boolean).join('\n');
}
