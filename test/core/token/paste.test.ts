import { describe, expect, it } from 'vitest';
import { findTokens } from '../../../src/core/token/find';
import { readToken } from '../../../src/core/token/read';
import { tokenOf, vectors, vectorsAbsent } from '../../vectors';

/** What a paste box shows: the tokens found in the text, else the text as a whole. */
function shownFor(text: string): string[] {
  const found = findTokens(text).map((each) => each.text);
  return found.length > 0 ? found : [text.trim()];
}

const suites = [
  'rfc',
  'hostile',
  'fuzz-seeds',
  'naughty-strings',
  'claims-time',
  'profiles',
  'weak-secrets',
  'json-parsing',
  'lib-misc',
];
suites.push(
  'wycheproof-jws',
  'wycheproof-jwe',
  'lib-pyjwt',
  'lib-jwtio',
  'lib-golang-jwt',
  'lib-node-jsonwebtoken',
  'sd-jwt',
);

for (const suite of suites) {
  const all = vectors(suite);
  describe.skipIf(!all)(all ? `pasting the shared vectors, ${suite}` : vectorsAbsent, () => {
    const cases = (all ?? []).filter((each) => each.token !== undefined || each.gen);
    it('shows every token, and nothing else as one', () => {
      const wrong = cases.flatMap((each) => {
        const text = tokenOf(each);
        const valid = shownFor(text).filter((shown) => readToken(shown).valid);
        const right =
          each.expect.decodes === true
            ? valid.length === 1 && valid[0] === text
            : each.expect.decodes !== false || valid.length === 0;
        return right ? [] : [each.id];
      });
      expect(wrong).toEqual([]);
    }, 60_000);
  });
}
