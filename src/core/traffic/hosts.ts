/** Whether one of the match patterns that the user granted covers an origin (MDN, "Match patterns"). */
export function covers(patterns: readonly string[], origin: string): boolean {
  return coversAll(patterns) || patterns.some((pattern) => matches(pattern, origin));
}

/** Whether the user granted every site. */
export const coversAll = (patterns: readonly string[]): boolean =>
  patterns.some((pattern) => pattern === '<all_urls>' || pattern === '*://*/*');

/** Since when an origin is covered, where each pattern comes with the moment of its grant; undefined where it is not. */
export function coversSince(since: Readonly<Record<string, number>>, origin: string): number | undefined {
  const moments = Object.entries(since).flatMap(([pattern, ms]) => (covers([pattern], origin) ? [ms] : []));
  return moments.length > 0 ? Math.min(...moments) : undefined;
}

function matches(pattern: string, origin: string): boolean {
  const [, scheme, host] = /^([^:]+):\/\/([^/]*)\//.exec(pattern) ?? [];
  const [, ownScheme, ownHost] = /^([^:]+):\/\/(.*)$/.exec(origin) ?? [];
  if (!scheme || !host || !ownScheme || !ownHost) return false;
  const fits = scheme === '*' ? /^(https?|wss?)$/.test(ownScheme) : scheme === ownScheme;
  return fits && hostMatches(host, ownHost);
}

function hostMatches(pattern: string, host: string): boolean {
  const name = host.replace(/:\d+$/, '');
  if (pattern === '*') return true;
  if (pattern.startsWith('*.')) return name === pattern.slice(2) || name.endsWith(pattern.slice(1));
  return pattern === host || pattern === name;
}

/** The patterns that ask for one origin, its WebSockets included: in Chromium they are hosts of their own. */
export function patternsOf(origin: string): string[] {
  const pattern = patternOf(origin);
  return [pattern, pattern.replace(/^http/, 'ws')];
}

/** The pattern that asks for one origin. Chromium's patterns may name a port; Firefox refuses them. */
export function patternOf(origin: string): string {
  return `${origin.replace(/:\d+$/, '')}/*`;
}
