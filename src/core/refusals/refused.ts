import { type Exchange, isSent } from '../traffic/exchange';
import { messageRows } from './messages';

/** In what a server's refusal lay: its status, its words beside another status, or the way it closed a WebSocket. */
export type RefusedBy = 'status' | 'words' | 'close';

/** Errors of GraphQL servers, which answer 200 (GraphQL over HTTP), by the codes that Apollo and others write. */
const graphqlCodes =
  /"errors"[\s\S]*(?:UNAUTHENTICATED|UNAUTHORI[SZ]ED|FORBIDDEN|AUTH_NOT_AUTHENTICATED|not authenticated|jwt expired|invalid token)/i;
/** OAuth's refusals at the token endpoint (RFC 6749 section 5.2), and what people answer 400 or 422 with. */
const ofTokens =
  /invalid_grant|invalid_token|\bjwt\b|\btoken\b|not enough segments|signature|unauthori[sz]ed|invalid (?:algorithm|exp|nbf)/i;
/** A WebSocket's close codes for this: 1008 (RFC 6455 section 7.4.1), 3000 and 3003 (IANA), 4401 and 4403 by custom. */
const closeCodes = /\b(?:1008|3000|3003|4401|4403)\b/;

/** Which words of refusal count beside which status; any status below 400 that is not named here is a success. */
const rows: readonly { statuses: readonly number[]; speaks(refusal: string): boolean }[] = [
  { statuses: [200], speaks: (refusal) => graphqlCodes.test(refusal) },
  { statuses: [400, 407, 419, 422, 440, 498, 499], speaks: (refusal) => ofTokens.test(refusal) },
  // What a library raised, and nobody caught.
  {
    statuses: [500],
    speaks: (refusal) => messageRows.some((row) => row.library && row.pattern.test(refusal)),
  },
];

/** Whether a server refused an exchange for who it came from, and how; undefined for every other outcome. */
export function refusedBy(exchange: Exchange): RefusedBy | undefined {
  const { status, refusal = '', challenges = [], error = '' } = exchange;
  if (status === 401 || status === 403) return 'status';
  if (status !== undefined && status < 400 && refusal === '' && error === '') return undefined;
  if (status !== undefined && status > 403 && status < 500 && challenges.length > 0) return 'status';
  const sent =
    exchange.authorization !== undefined || exchange.captures.some(({ carrier }) => isSent(carrier));
  if (sent && rows.some(({ statuses, speaks }) => statuses.includes(status ?? 0) && speaks(refusal)))
    return 'words';
  return isSocket(exchange) && closeCodes.test(error) ? 'close' : undefined;
}

const isSocket = ({ url, type, status }: Exchange) =>
  /^wss?:/i.test(url) || type === 'websocket' || status === 101;
