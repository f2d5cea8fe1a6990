import { tallyOf } from '../findings/tally';
import { lifetimeOf, summaryTimes } from '../model/lifetimes';
import type { Model } from '../model/model';
import type { TokenRow } from '../model/tokens';
import { createMembers } from './members';
import type { Seen, Subject } from './subject';

/** What queries ask of rows. To be used within a computed: what is asked for is watched. */
export interface Subjects {
  of(row: TokenRow): Subject;
}

export function createSubjects(model: Model): Subjects {
  const { surroundings, verdicts } = model;
  const members = createMembers();
  return {
    of: (row) => ({
      row,
      seen: () => seenIn(row),
      members: (part, path) => (row.capture.opaque ? [] : members.values(row.text, part, path)),
      names: (part) => (row.capture.opaque ? [] : members.names(row.text, part)),
      lifetime: () => lifetimeOf(summaryTimes(row.summary), surroundings).state,
      verdict: () => verdicts.of(row.text).value?.state,
      findings: () => tallyOf(model).of(row.text),
    }),
  };
}

const seenIn = ({ text, carrying }: TokenRow): readonly Seen[] =>
  carrying.flatMap((exchange) =>
    exchange.captures.filter(({ token }) => token === text).map((capture) => ({ exchange, capture })),
  );
