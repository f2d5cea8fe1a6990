import { readToken } from '../token/read';
import type { Token } from '../token/token';
import { compareSeverity, type Finding } from './finding';
import { rules } from './rules';
import { type Context, situationOf } from './situation';

/** What is worth telling about a token and where it travels, what matters most first. Never throws. */
export function findingsOf(text: string, context: Context): Promise<readonly Finding[]> {
  return findingsOfToken((context.read ?? readToken)(text), context);
}

/** The same of a token that has been read. Of a text that is no token there is nothing to tell. */
export async function findingsOfToken(token: Token, context: Context): Promise<readonly Finding[]> {
  if (!token.valid) return [];
  const situation = await situationOf(token, context);
  const found = rules.flatMap(({ id, severity, source, test }): Finding[] => {
    const values = test(situation);
    return values ? [{ id, severity, source, values }] : [];
  });
  return found.sort((one, other) => compareSeverity(other.severity, one.severity));
}
