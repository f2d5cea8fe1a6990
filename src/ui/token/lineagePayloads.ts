import { readToken } from '../../core/token/read';
import { partOf } from '../../core/token/token';
import type { Exchange } from '../../core/traffic/exchange';
import { lineagesOf } from '../../core/traffic/lineage';

/** Of a longer lineage the newest are looked at. */
const mostTokens = 200;

/** The payloads of the tokens that came before and after a token, and its own. */
export function lineagePayloads(text: string, exchanges: readonly Exchange[]): readonly unknown[] {
  const lineages = lineagesOf(exchanges).filter(({ tokens }) => tokens.some(({ token }) => token === text));
  const texts = lineages.flatMap(({ tokens }) => tokens.map(({ token }) => token));
  return [...new Set([text, ...texts.reverse()])].slice(0, mostTokens).flatMap(payloadOf);
}

function payloadOf(text: string): readonly unknown[] {
  const payload = partOf(readToken(text), 'payload');
  return payload?.json?.type === 'object' ? [JSON.parse(payload.text ?? '{}')] : [];
}
