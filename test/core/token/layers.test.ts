import { describe, expect, it } from 'vitest';
import { layersOf, tokenIn } from '../../../src/core/token/layers';
import { readToken } from '../../../src/core/token/read';
import { vectors, vectorsAbsent } from '../../vectors';

const encode = (text: string) => Buffer.from(text).toString('base64url');
const inner = `${encode('{"alg":"HS256"}')}.${encode('{"sub":"joe"}')}.AAAA`;
const around = (payload: string, header = '{"alg":"ES256","cty":"JWT"}') =>
  `${encode(header)}.${encode(payload)}.BBBB`;
const textsOf = (text: string) => layersOf(readToken(text)).map((token) => token.text);

describe('a nested token', () => {
  it('is opened layer by layer', () => {
    const middle = around(inner);
    expect(textsOf(around(middle))).toEqual([around(middle), middle, inner]);
    expect(readToken(around(inner))).toMatchObject({ valid: true, faults: [] });
  });

  it('is found without cty, and within quotes', () => {
    expect(textsOf(around(inner, '{"alg":"x"}'))).toHaveLength(2);
    expect(textsOf(around(`"${inner}"`))).toEqual([around(`"${inner}"`), inner]);
  });

  it('is opened as far as no key is needed', () => {
    const jwe = `${encode('{"alg":"dir","enc":"A128GCM"}')}..AAAA.AAAA.AAAA`;
    expect(textsOf(around(jwe))).toEqual([around(jwe), jwe]);
    expect(tokenIn(inner)?.text).toBe(inner);
    expect(tokenIn('hello')).toBeUndefined();
    expect(tokenIn(undefined)).toBeUndefined();
  });

  it('is no other payload', () => {
    expect(textsOf(around('{"a":1}'))).toHaveLength(1);
    expect(readToken(around('a.b.c')).faults.map((fault) => fault.code)).toEqual([
      'json-unexpected-character',
    ]);
  });
});

const suite = vectors('hostile');
describe.skipIf(!suite)(suite ? 'the shared vectors' : vectorsAbsent, () => {
  const cases = (suite ?? []).filter((each) => each.tags?.includes('nested') && each.token);
  it('has cases to read', () => expect(cases).not.toEqual([]));

  it.each(cases.map((each) => [each.id, each] as const))('%s has a readable layer inside', (_, each) => {
    const [, second] = layersOf(readToken(each.token ?? ''));
    expect(second?.valid).toBe(true);
  });
});
