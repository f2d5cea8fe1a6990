import { readToken } from '../../core/token/read';
import { summarizeToken } from '../../core/token/summary';
import type { Model } from '../model/model';
import type { TokenRow } from '../model/tokens';
import { whereText } from '../model/where';

/** A token in a line: whose it is, its algorithm, where and when it was seen, or that it was pasted. */
export function titleOf(text: string, { language, surroundings }: Model, row?: TokenRow): string {
  const { who, alg } = row?.summary ?? summarizeToken(readToken(text));
  const seen = row
    ? [whereText(row.capture, language.say), language.brief(row.exchange.startedMs, surroundings.now.peek())]
    : [language.say('title_pasted')];
  return [who ?? language.say('title_unknown'), alg, ...seen].filter((fact) => fact).join(' · ');
}
