import { expect, test } from 'vitest';
import messages from '../../../src/_locales/en/messages.json';
import { causeCodes, evidenceCodes } from '../../../src/core/refusals/cause';
import { messageRows } from '../../../src/core/refusals/messages';
import { troubleCodes } from '../../../src/core/refusals/trouble';
import { markKinds } from '../../../src/ui/timeline/lanes';

const families: Record<string, readonly string[]> = {
  refusal: [...causeCodes, 'certain', 'likely', 'possible'],
  refusal_do: causeCodes,
  evidence: evidenceCodes,
  trouble: troubleCodes,
  trouble_do: troubleCodes,
  mark: markKinds,
  legend: markKinds,
};

test.each(Object.entries(families))('every code of the family "%s" has a sentence', (family, codes) => {
  const keys = codes.map((code) => `${family}_${code.replaceAll('-', '_')}`);
  expect(keys.filter((key) => !(key in messages))).toEqual([]);
});

test('every cause that a message can speak of is one', () => {
  const named = messageRows.flatMap(({ says }) => Object.keys(says));
  expect(named.filter((code) => !causeCodes.some((known) => known === code))).toEqual([]);
});
