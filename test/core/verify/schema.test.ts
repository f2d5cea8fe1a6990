import { describe, expect, it, vi } from 'vitest';
import { readSchema } from '../../../src/core/verify/schema';
import { type Case, vectors, vectorsAbsent } from '../../vectors';

// Much work for one test, on a machine that may be busy with others.
vi.setConfig({ testTimeout: 60_000 });

const suites = {
  'jsonschema-draft2020-12': 'https://json-schema.org/draft/2020-12/schema',
  'jsonschema-draft7': 'http://json-schema.org/draft-07/schema#',
};

/** "met" or "broken" as we say it; a fault where the schema can't be used, which promises nothing. */
function said(schema: unknown, uri: string, input: unknown): boolean | string {
  const reading = readSchema(
    JSON.stringify(typeof schema === 'object' ? { $schema: uri, ...schema } : schema),
  );
  return reading.ok ? reading.violationsOf(input).length === 0 : reading.fault;
}

const isCore = ({ expect: { optional, needs_remote, object_instance } }: Case) =>
  !optional && !needs_remote && object_instance === true;

describe.each(Object.entries(suites))('vectors %s', (suite, uri) => {
  const found = vectors(suite) as (Case & { schema: unknown; input: unknown })[] | undefined;
  const cases = (found ?? []).filter(isCore);

  describe.skipIf(!found)(found ? 'schemas' : vectorsAbsent, () => {
    it('says the same, or says that it can not say', () => {
      const differing = cases.filter(({ schema, input, expect: { valid } }) => {
        const answer = said(schema, uri, input);
        return typeof answer === 'boolean' && answer !== valid;
      });
      expect(differing.map(({ id }) => id)).toEqual([]);
    });

    it('can say it nearly always', () => {
      const unsaid = cases.filter(({ schema, input }) => typeof said(schema, uri, input) === 'string');
      expect(unsaid.length / cases.length).toBeLessThan(0.1);
    });
  });
});

describe('a violation', () => {
  it('points at the value and names the rule', () => {
    const reading = readSchema('{"properties":{"a/b":{"items":{"minimum":3}}},"additionalProperties":false}');
    expect(reading.ok && reading.violationsOf({ 'a/b': [4, 1] })).toEqual([
      { pointer: '/a~1b/1', keyword: 'minimum' },
    ]);
    expect(reading.ok && reading.violationsOf({ c: 1 })).toEqual([{ pointer: '/c', keyword: 'false' }]);
  });
});
