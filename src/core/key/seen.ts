/** What an answer in the traffic held of keys: a JWK Set (RFC 7517 section 5), or where one is (OpenID discovery). */
export type SeenInBody =
  | { kind: 'keys'; text: string }
  | { kind: 'discovery'; issuer: string; jwksUri: string };

/** The same, with where and when it was seen. Milliseconds since the epoch. */
export type Seen = SeenInBody & { url: string; tabId: number; atMs: number };

/** Longer answers hold no keys of an issuer. Characters. */
const longestBody = 200_000;

/** Most answers are neither, and are told so by one look. */
export function mayHoldKeys(body: string): boolean {
  return body.length <= longestBody && /"jwks_uri"\s*:|"keys"\s*:\s*\[/.test(body) && /^\s*\{/.test(body);
}

/** How many answers are remembered, and how many characters of them together. */
const mostSeen = 20;
const mostCharacters = 300_000;

/** What was seen, with one more: the newest first, one for each address, as many as there is room for. */
export function withSeen(known: readonly Seen[], more: Seen): readonly Seen[] {
  const others = known.filter(({ url, kind }) => url !== more.url || kind !== more.kind);
  let room = mostCharacters;
  return [more, ...others].slice(0, mostSeen).filter((each) => {
    room -= JSON.stringify(each).length;
    return room >= 0;
  });
}

/** True for a well-formed one, as another page of ours sends it. */
export function isSeen(value: unknown): value is Seen {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, url, tabId, atMs, ...rest } = value as Partial<Record<string, unknown>>;
  const texts =
    kind === 'keys' ? [rest.text] : kind === 'discovery' ? [rest.issuer, rest.jwksUri] : [undefined];
  return (
    [url, ...texts].every((text) => typeof text === 'string') &&
    Number.isInteger(tabId) &&
    Number.isFinite(atMs)
  );
}
