import { afterEach, describe, expect, it, vi } from 'vitest';
import { readSchema } from '../../../src/core/verify/schema';
import { vectorsAbsent } from '../../vectors';
import { coreCases, said, schemaSuites } from './schemaSuites';

// Much work for one test, on a machine that may be busy with others.
vi.setConfig({ testTimeout: 60_000 });
afterEach(() => vi.unstubAllGlobals());

describe.each(Object.entries(schemaSuites))('vectors %s', (suite, uri) => {
  const found = coreCases(suite);
  const cases = found ?? [];

  describe.skipIf(!found)(found ? 'schemas' : vectorsAbsent, () => {
    it('says the same, or says that it can not say', () => {
      const differing = cases.filter((each) => {
        const answer = said(each, uri);
        return typeof answer === 'boolean' && answer !== each.valid;
      });
      expect(differing.map(({ id }) => id)).toEqual([]);
    });

    it('can say it nearly always', () => {
      const unsaid = cases.filter((each) => typeof said(each, uri) === 'string');
      expect(unsaid.length / cases.length).toBeLessThan(0.1);
    });
  });
});

describe('a reference to elsewhere', () => {
  it.each([
    '{"$ref":"https://schemas.example/payload.json"}',
    '{"properties":{"a":{"$ref":"http://127.0.0.1:9/a"}}}',
    '{"$schema":"https://evil.example/draft","$ref":"#/missing"}',
    '{"$id":"https://a.example/b","allOf":[{"$ref":"other.json"}]}',
    '{"$dynamicRef":"https://a.example/b"}',
  ])('is not followed, and is told: %s', (text) => {
    const fetched = vi.fn();
    vi.stubGlobal('fetch', fetched);
    vi.stubGlobal('XMLHttpRequest', fetched);
    const reading = readSchema(text);
    const told = reading.ok ? reading.violationsOf({ a: 1 }) : reading.fault;
    expect(told).toEqual(expect.stringMatching(/^schema-un/));
    expect(fetched).not.toHaveBeenCalled();
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
