import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { readSchema } from '../../../src/core/verify/schema';
import { draftSchema } from '../../../src/core/verify/schemaDraft';

// Much work for one test, on a machine that may be busy with others.
vi.setConfig({ testTimeout: 60_000 });

describe('a drafted schema', () => {
  it('has names and types, what is always there, and no values', () => {
    const text = draftSchema([
      { sub: 'alice', exp: 1, roles: ['admin'], deep: { n: 1.5 } },
      { sub: 'bob', exp: 2, deep: { n: 2, more: null } },
    ]);
    expect(JSON.parse(text)).toEqual({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
      properties: {
        sub: { type: 'string' },
        exp: { type: 'integer' },
        roles: { type: 'array', items: { type: 'string' } },
        deep: {
          type: 'object',
          properties: { n: { type: 'number' }, more: { type: 'null' } },
          required: ['n'],
        },
      },
      required: ['sub', 'exp', 'deep'],
    });
    expect(text).not.toMatch(/alice|bob|admin/);
  });

  it('is met by every payload that it was drafted from', () => {
    const payload = fc.dictionary(fc.string(), fc.jsonValue());
    fc.assert(
      fc.property(fc.array(payload, { minLength: 1, maxLength: 4 }), (payloads) => {
        const plain = payloads.map((each) => JSON.parse(JSON.stringify(each)) as unknown);
        const reading = readSchema(draftSchema(plain));
        expect(reading.ok && plain.map((each) => reading.violationsOf(each))).toEqual(plain.map(() => []));
      }),
      { numRuns: 100 },
    );
  });
});
