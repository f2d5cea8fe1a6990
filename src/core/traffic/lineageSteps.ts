import { type Capture, type Exchange, isSent } from './exchange';
import type { Roles, TokenRole } from './lineageRoles';

/** What an exchange does to the tokens of an application. */
export interface Step {
  kind: 'login' | 'refresh' | 'logout' | 'use';
  exchange: Exchange;
  /** The token that a refresh was bought with: a refresh token, or the access token that it renews. */
  with?: string | undefined;
  /** Tokens that the answer brought and that nobody has seen before. */
  issued: readonly { token: string; role: TokenRole }[];
}

const refreshPath = /refresh|renew|silent|\/token\b/i;
const logoutPath = /log-?_?out|sign-?_?out|revoke|revocation|end-?_?session/i;
const answerPlaces: ReadonlySet<string> = new Set(['response-header', 'set-cookie', 'response-body']);

/** What the path of an address tells, read once for each address. */
function createPaths(): (url: string) => PathKind {
  const known = new Map<string, PathKind>();
  return (url) => {
    const found = known.get(url) ?? kindOfPath(pathOf(url));
    known.set(url, found);
    return found;
  };
}

interface PathKind {
  logout: boolean;
  refresh: boolean;
  /** It speaks of nothing but a refresh. */
  renews: boolean;
}

const kindOfPath = (path: string): PathKind => ({
  logout: logoutPath.test(path),
  refresh: refreshPath.test(path),
  renews: /refresh|renew/i.test(path),
});

/** Path of an address, without its query, in which words like "refresh" could stand for anything. */
const pathOf = (url: string) => url.replace(/^[a-z]+:\/\/[^/?#]*/i, '').replace(/[?#].*$/s, '');

/** The steps of a log, one for each exchange that carried a token or was refused, in its order. */
export function stepsOf(exchanges: readonly Exchange[], roles: Roles): Step[] {
  const seen = new Set<string>();
  const kindOfUrl = createPaths();
  return exchanges.map((exchange) => {
    const sent = exchange.captures.filter(({ carrier }) => isSent(carrier));
    for (const { token } of sent) seen.add(token);
    const issued = issuedBy(exchange, seen, roles);
    return { exchange, issued, ...kindOf(exchange, kindOfUrl(exchange.url), sent, issued, roles) };
  });
}

function issuedBy({ captures }: Exchange, seen: Set<string>, roles: Roles): Step['issued'] {
  return captures.flatMap(({ carrier, token }) => {
    if (!answerPlaces.has(carrier.place) || seen.has(token)) return [];
    seen.add(token);
    return [{ token, role: roles.of(token) }];
  });
}

function kindOf(
  exchange: Exchange,
  path: PathKind,
  sent: readonly Capture[],
  issued: Step['issued'],
  roles: Roles,
): Pick<Step, 'kind' | 'with'> {
  if (path.logout) return { kind: 'logout' };
  const access = issued.some(({ role }) => role === 'access');
  const atRefresh = path.refresh;
  const bought = sent.find(
    (capture) => roles.of(capture.token) === 'refresh' && buys(capture, access || atRefresh),
  );
  if (bought) return { kind: 'refresh', with: bought.token };
  const renewed = sent.find(({ token }) => roles.of(token) === 'access')?.token;
  if (renewed !== undefined && (atRefresh || access)) return { kind: 'refresh', with: renewed };
  if (path.renews && (access || (exchange.status ?? 0) >= 400)) return { kind: 'refresh' };
  return access ? { kind: 'login' } : { kind: 'use' };
}

/** A cookie goes along with every request, and a header may be a mistake; a body or query is written on purpose. */
function buys({ carrier: { place } }: Capture, looksLikeRefresh: boolean): boolean {
  return place === 'request-body' || place === 'url-query' || looksLikeRefresh;
}
