import { noNotes, type OverrideNotes } from './override';

/** What a request had before an override: null where it had nothing, undefined where the browser does not show it. */
export type Before = string | null | undefined;

const HAD_NONE = -1;
const UNKNOWN = -2;
/** How many requests are remembered, and how many different texts; the oldest is forgotten first. */
const MOST_REQUESTS = 500;
const MOST_TEXTS = 50;

/** The notes with one more request. A redirected request keeps its id, and what it had at first. */
export function noted(notes: OverrideNotes, id: string, before: Before): OverrideNotes {
  const known = notes.texts.indexOf(before ?? '');
  if (typeof before === 'string' && known === -1 && notes.texts.length >= MOST_TEXTS)
    return noted(noNotes, id, before);
  const isNew = typeof before === 'string' && known === -1;
  const texts = isNew ? [...notes.texts, before] : notes.texts;
  const mark = before === null ? HAD_NONE : before === undefined ? UNKNOWN : texts.indexOf(before);
  const { [`w${id}`]: _before, ...others } = notes.requests;
  const requests = [...Object.entries(others), [`w${id}`, mark] as const];
  return { texts, requests: Object.fromEntries(requests.slice(-MOST_REQUESTS)) };
}

/** What is noted of an exchange, by its id in the session log (`w:12`, or `w:12/2` after a redirect). */
export function noteOf(notes: OverrideNotes, exchangeId: string): { before: Before } | undefined {
  const [, id] = /^w:(\d+)/.exec(exchangeId) ?? [];
  const mark = notes.requests[`w${id}`];
  if (mark === undefined) return undefined;
  return { before: mark === HAD_NONE ? null : notes.texts[mark] };
}
