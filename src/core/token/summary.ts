import { summarizeFast, summaryOf, type TokenSummary } from './fastSummary';
import { type JsonNode, memberOf, sourceOf } from './json';
import { readForm } from './readForm';
import { type Part, partOf, type Token } from './token';
import { timesOf } from './tokenTimes';

export type { TokenSummary } from './fastSummary';

/**
 * Reads what a list shows of a token, with the platform's JSON.parse where that cannot alter any of it, else with the
 * lossless reader. Never throws.
 */
export function summarize(text: string): TokenSummary {
  return summarizeFast(text) ?? summarizeToken(readForm(text));
}

/** The same of a token that has been read. */
export function summarizeToken(token: Token): TokenSummary {
  const header = shownBy(partOf(token, 'header'));
  const payload = shownBy(partOf(token, 'payload'));
  const summary = summaryOf(header, payload) ?? { timeNotes: [] };
  return { ...summary, ...timesOf(token), valid: token.valid };
}

/** Gives the members of a part as text: strings as their value, anything else as its source. */
function shownBy(part: Part | undefined): (name: string) => string | undefined {
  const shown = (node: JsonNode) => (node.type === 'string' ? node.value : sourceOf(part?.text ?? '', node));
  return (name) => {
    const node = memberOf(part?.json, name);
    return node && node.type !== 'null' ? shown(node) : undefined;
  };
}
