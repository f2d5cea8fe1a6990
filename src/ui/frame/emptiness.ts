import type { MessageKey } from '../say';

/** What is known when a list of tokens is empty. */
export interface Circumstances {
  /** Some tokens were captured, though the filter hides them. */
  captured: boolean;
  recording: boolean;
  /** A file is shown in place of live traffic. */
  file?: boolean;
  /** There is a page to look at. */
  page: boolean;
  /** The codes of what could not be seen. */
  coverage: readonly string[];
}

/** Why a list is empty, and what to do about it. */
export interface Emptiness {
  why: MessageKey;
  next: MessageKey;
}

const nothingYet: Emptiness = { why: 'empty_none', next: 'empty_none_next' };

/** The first that applies is told. */
const reasons: readonly (Emptiness & { applies(circumstances: Circumstances): boolean })[] = [
  { applies: ({ captured }) => captured, why: 'empty_filtered', next: 'empty_filtered_next' },
  { applies: ({ file }) => file === true, why: 'empty_file', next: 'empty_file_next' },
  { applies: ({ page }) => !page, why: 'empty_no_page', next: 'empty_no_page_next' },
  { applies: ({ recording }) => !recording, why: 'empty_paused', next: 'empty_paused_next' },
  {
    applies: ({ coverage }) => coverage.includes('hidden-site'),
    why: 'empty_hidden',
    next: 'empty_hidden_next',
  },
  {
    applies: ({ coverage }) => coverage.includes('no-permission'),
    why: 'empty_no_permission',
    next: 'empty_no_permission_next',
  },
  {
    applies: ({ coverage }) => coverage.includes('devtools-late'),
    why: 'empty_late',
    next: 'empty_late_next',
  },
  {
    applies: ({ coverage }) => coverage.includes('others-unseen'),
    why: 'empty_none',
    next: 'empty_others_next',
  },
];

export function emptinessOf(circumstances: Circumstances): Emptiness {
  return reasons.find((reason) => reason.applies(circumstances)) ?? nothingYet;
}
