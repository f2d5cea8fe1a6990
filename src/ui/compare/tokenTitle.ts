import { readToken } from '../../core/token/read';
import { summarizeToken } from '../../core/token/summary';
import type { Model } from '../model/model';
import type { TokenRow } from '../model/tokens';
import { whereText } from '../model/where';

/** A longer name would push out of sight what tells one token from another. */
const MOST_OF_NAME = 24;

/** A token in a line: when it was seen, whose it is, its algorithm, and where; or that it was pasted. */
export function titleOf(text: string, { language, surroundings }: Model, row?: TokenRow): string {
  const { who, alg } = row?.summary ?? summarizeToken(readToken(text));
  const name = who ?? language.say('title_unknown');
  const short = name.length > MOST_OF_NAME ? `${name.slice(0, MOST_OF_NAME)}…` : name;
  const at = row && language.brief(row.exchange.startedMs, surroundings.now.peek());
  const where = row ? whereText(row.capture, language.say) : language.say('title_pasted');
  return [at, short, alg, where].filter((fact) => fact).join(' · ');
}
