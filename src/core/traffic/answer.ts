import type { Header } from './carriers';
import type { Capture } from './exchange';
import type { Answered } from './fact';

/** Characters kept of the body of a refusal. */
const REFUSAL_LENGTH = 2_000;
/** Characters kept of a challenge. */
const CHALLENGE_LENGTH = 1_000;
const SECOND_MS = 1_000;

/** Statuses by which a server refuses a request for want of a good token (RFC 9110 sections 15.5.2 and 15.5.4). */
const isRefused = (status: number | undefined) => status === 401 || status === 403;

/** Whether an exchange belongs into the log: it carried a token, or it was refused. */
export const isTold = (captures: readonly Capture[], status: number | undefined) =>
  captures.length > 0 || isRefused(status);

/** What else than tokens an answer's headers tell. */
export function toldByHeaders(headers: readonly Header[]): Pick<Answered, 'serverDateMs' | 'challenges'> {
  const challenges = valuesOf(headers, 'www-authenticate').flatMap((value) => value.split('\n'));
  const date = Date.parse(valuesOf(headers, 'date')[0] ?? '');
  return {
    ...(Number.isSafeInteger(date) && { serverDateMs: Math.floor(date / SECOND_MS) * SECOND_MS }),
    ...(challenges.length > 0 && {
      challenges: challenges.map((challenge) => challenge.slice(0, CHALLENGE_LENGTH)),
    }),
  };
}

/** A GraphQL server refuses with status 200, and says so in its errors (GraphQL over HTTP, section 6.4). */
const graphqlRefusal =
  /^\s*\{[\s\S]*"errors"[\s\S]*(?:UNAUTHENTICATED|UNAUTHORI[SZ]ED|FORBIDDEN|not authenticated|jwt expired|invalid token)/i;

/** The beginning of the body by which a server says why it refused. */
export function refusalIn(status: number | undefined, body: string | undefined): Pick<Answered, 'refusal'> {
  const refuses =
    (status ?? 0) >= 400 || (status === 200 && graphqlRefusal.test(body?.slice(0, REFUSAL_LENGTH) ?? ''));
  return refuses && body ? { refusal: body.slice(0, REFUSAL_LENGTH) } : {};
}

/** A request's Authorization value, unless a token was found in it. */
export function tokenlessAuthorization(
  headers: readonly Header[],
  captures: readonly Capture[],
): string | undefined {
  if (captures.some(({ carrier }) => carrier.name === 'authorization' && carrier.place === 'request-header'))
    return undefined;
  return valuesOf(headers, 'authorization')[0]?.slice(0, REFUSAL_LENGTH);
}

/** The values of a header, whatever its case. */
function valuesOf(headers: readonly Header[], wanted: string): string[] {
  return headers.flatMap(({ name, value }) =>
    value && name.length === wanted.length && name.toLowerCase() === wanted ? [value] : [],
  );
}
