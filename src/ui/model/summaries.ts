import { signal } from '@preact/signals';
import { summarizeFast, type TokenSummary } from '../../core/token/fastSummary';

export type Summarize = (text: string) => TokenSummary;

export interface Summaries {
  /** What is known of a token; as good as nothing while the lossless reader is on its way. */
  of: Summarize;
}

/** Stands for what the lossless reader will tell. */
export const notYetRead: TokenSummary = { valid: false, timeNotes: [] };

const loadSummarize = async () => (await import('../../core/token/summary')).summarize;

/**
 * Reads tokens for the list. Most are read at once by the platform's own JSON; the lossless reader is not needed
 * for the first paint, so it comes with the first token that asks for it. To be called within a computed.
 */
export function createSummaries(load: () => Promise<Summarize> = loadSummarize): Summaries {
  const lossless = signal<Summarize | undefined>(undefined);
  let asked = false;

  const fetchLossless = async () => {
    asked = true;
    lossless.value = await load();
  };
  const read = (text: string): TokenSummary | undefined => {
    const fast = summarizeFast(text);
    if (fast || lossless.value) return fast ?? lossless.value?.(text);
    if (!asked) void fetchLossless();
    return undefined;
  };
  return { of: (text) => read(text) ?? notYetRead };
}
