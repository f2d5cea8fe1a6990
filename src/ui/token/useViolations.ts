import type { Token } from '../../core/token/token';
import type { Expectations, Violation } from '../../core/verify/expectations';
import { useAnswer } from '../useAnswer';
import { inWorker, isLong } from './reader';
import { brokenBy } from './violations';

/** What a token breaks of what is expected of it; while a long one is compared, or where that failed, the word for it. */
export type Broken = readonly Violation[] | 'checking' | 'failed';

/** The expectations that a token breaks now. Of a long one not all is at hand, so a worker compares what time does not change. */
export function useViolations(token: Token, expected: Expectations, nowSeconds: number): Broken {
  const long = isLong(token.text);
  const { timed, untimed } = apart(expected);
  const answer = useAnswer(
    async (unwanted): Promise<Broken> =>
      long && Object.keys(untimed).length > 0 ? compare(token.text, untimed, unwanted) : [],
    [token, JSON.stringify(untimed)],
  );
  if (!long) return brokenBy(token, expected, nowSeconds);
  if (answer === undefined || typeof answer === 'string') return answer ?? 'checking';
  return [...brokenBy(token, timed, nowSeconds), ...answer];
}

async function compare(text: string, expected: Expectations, unwanted: AbortSignal): Promise<Broken> {
  try {
    const found = await inWorker({ name: 'violations', args: [text, expected, 0] }, unwanted);
    return found.filter(({ code }) => !ofWindow.has(code));
  } catch {
    return 'failed';
  }
}

/** What the clock of the window tells: here it stands at 0. Whether there are claims at all it tells too. */
const ofWindow: ReadonlySet<Violation['code']> = new Set([
  'expired',
  'not-yet-valid',
  'time-malformed',
  'no-claims',
]);

function apart({ leewaySeconds, issuedInPast, maxAgeSeconds, maxLifetimeSeconds, ...untimed }: Expectations) {
  const timed: Expectations = {
    ...(leewaySeconds !== undefined && { leewaySeconds }),
    ...(issuedInPast !== undefined && { issuedInPast }),
    ...(maxAgeSeconds !== undefined && { maxAgeSeconds }),
    ...(maxLifetimeSeconds !== undefined && { maxLifetimeSeconds }),
  };
  return { timed, untimed };
}
