import { findTokens } from '../../core/token/find';
import { inWorker, isLong } from './reader';

/** The tokens in a pasted text; the text itself when none is found in it. */
export async function tokensIn(paste: string): Promise<readonly string[]> {
  const found = isLong(paste)
    ? await inWorker({ name: 'find', args: [paste] })
    : findTokens(paste).map(({ text }) => text);
  return found.length > 0 ? found : [paste.trim()];
}
