import type { RemedyCode } from './trial';

/** Of a longer list the first are looked at. */
const mostOthers = 5_000;

const codes: readonly RemedyCode[] = ['twin-header', 'twin-payload', 'twin-signature'];

/** The part in which a token differs from another that was captured, when it is one alone: there it was altered. */
export function alteredPart(text: string, others: readonly string[]): RemedyCode | undefined {
  const mine = text.split('.');
  if (mine.length !== 3 || mine[2] === '') return undefined;
  for (const other of others.slice(0, mostOthers)) {
    const theirs = other.length > 2 * text.length + 200 ? [] : other.split('.');
    const differing = theirs.length === 3 ? [0, 1, 2].filter((at) => theirs[at] !== mine[at]) : [];
    const [only, ...more] = differing;
    if (only !== undefined && more.length === 0) return codes[only];
  }
  return undefined;
}
