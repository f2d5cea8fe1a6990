import { describe, expect, it } from 'vitest';
import { boundedReading } from '../../../src/core/token/bounded';
import { readToken } from '../../../src/core/token/read';
import { readingOf } from '../../../src/core/token/reading';
import { checkExpectations, type Expectations, violationsOf } from '../../../src/core/verify/expectations';
import { type Case, tokenOf, vectors, vectorsAbsent } from '../../vectors';
import { assemble } from './signing';

const now = 1_700_000_000;
const tokenWith = (payload: object | string, alg = 'HS256') =>
  readToken(
    assemble({ alg }, typeof payload === 'string' ? payload : JSON.stringify(payload), () =>
      Buffer.alloc(32),
    ),
  );

function said(payload: object | string, expectations: Expectations): string {
  const verdict = checkExpectations(tokenWith(payload), expectations, now);
  if (verdict.state !== 'broken') return verdict.state;
  return verdict.violations.map(({ code, pointer }) => `${code}${pointer}`).join(' ');
}

const schema = JSON.stringify({
  type: 'object',
  required: ['sub'],
  properties: { n: { type: 'integer' }, o: { properties: { a: { const: 1 } } } },
});

describe('expectations of a payload that is not kept whole', () => {
  const kept = (payload: string) => boundedReading(readingOf(tokenWith(payload).text)).layers[0];
  const many = Array.from({ length: 3_000 }, (_, at) => `"c${at}":0`).join();
  const token = kept(`{${many},"iss":"a","aud":["b"],"sub":"c","exp":1700000060,"own":1}`);

  it.each<[Expectations, string]>([
    [{ required: ['own', 'exp', 'c0', 'c2999'], issuers: ['a'] }, ''],
    [{ audiences: ['b'], subject: 'c', leewaySeconds: 0 }, ''],
    [{ required: ['owned', 'toString'] }, 'required required'],
    [{ issuers: ['b'], schema: '{"required":["own"]}' }, 'issuer'],
  ])('are compared with all of it: %j', (expectations, codes) => {
    expect(
      violationsOf(token, expectations, now)
        .map(({ code }) => code)
        .join(' '),
    ).toBe(codes);
  });

  it('are compared with a claim that is kept without its content', () => {
    const long = kept(JSON.stringify({ aud: [...Array(3_000).fill('x'), 'y'] }));
    expect(violationsOf(long, { audiences: ['y'] }, now)).toEqual([]);
    expect(violationsOf(long, { audiences: ['z'] }, now)).toMatchObject([{ code: 'audience' }]);
  });
});

describe('expectations', () => {
  it('pass over a byte order mark', () => {
    expect(said('\ufeff{"sub":"a"}', { schema })).toBe('met');
  });

  it.each<[object | string, Expectations, string]>([
    [{}, {}, 'none-set'],
    [{}, { leewaySeconds: 0 }, 'met'],
    ['text', { leewaySeconds: 0 }, 'no-claims'],
    [{ exp: now + 1 }, { leewaySeconds: 0 }, 'met'],
    [{ exp: now }, { leewaySeconds: 0 }, 'expired/exp'],
    [{ exp: now }, { leewaySeconds: 1 }, 'met'],
    [{ nbf: now }, { leewaySeconds: 0 }, 'met'],
    [{ nbf: now + 1 }, { leewaySeconds: 0 }, 'not-yet-valid/nbf'],
    [{ nbf: now + 1 }, { leewaySeconds: 1 }, 'met'],
    [{ iat: now + 1 }, { issuedInPast: true }, 'issued-in-future/iat'],
    [{ iat: now + 1 }, { leewaySeconds: 0 }, 'met'],
    [{ exp: '1', iat: null }, { leewaySeconds: 0 }, 'time-malformed/exp time-malformed/iat'],
    [{ iat: now - 10 }, { maxAgeSeconds: 10 }, 'too-old/iat'],
    [{ iat: now - 9 }, { maxAgeSeconds: 10 }, 'met'],
    [{ iat: now - 10 }, { maxAgeSeconds: 10, leewaySeconds: 1 }, 'met'],
    [{}, { maxAgeSeconds: 10 }, 'age-unknown/iat'],
    [{ iat: now, exp: now + 60 }, { maxLifetimeSeconds: 60 }, 'met'],
    [{ iat: now, exp: now + 61 }, { maxLifetimeSeconds: 60 }, 'lives-too-long/exp'],
    [{ exp: now + 60 }, { maxLifetimeSeconds: 60 }, 'lifetime-unknown/exp'],
    [{}, { algorithms: ['RS256'] }, 'algorithm/alg'],
    [{}, { algorithms: ['RS256', 'HS256'] }, 'met'],
    [{ iss: 'a' }, { issuers: ['a', 'b'] }, 'met'],
    [{ iss: 'A' }, { issuers: ['a'] }, 'issuer/iss'],
    [{ iss: 1 }, { issuers: ['1'] }, 'issuer/iss'],
    [{}, { issuers: ['a'] }, 'issuer-missing'],
    [{ aud: 'a' }, { audiences: ['a'] }, 'met'],
    [{ aud: ['x', 'a'] }, { audiences: ['a'] }, 'met'],
    [{ aud: ['x'] }, { audiences: ['a'] }, 'audience/aud'],
    [{ aud: [] }, { audiences: ['a'] }, 'audience-malformed/aud'],
    [{ aud: ['a', 1] }, { audiences: ['a'] }, 'audience-malformed/aud'],
    [{}, { audiences: ['a'] }, 'audience-missing'],
    [{ sub: 'a' }, { subject: 'b' }, 'subject/sub'],
    [{ sub: null }, { required: ['sub', 'jti'] }, 'required'],
    [{ sub: 'me', n: 1 }, { schema }, 'met'],
    [{ n: 1.5, o: { a: 2 } }, { schema }, 'schema schema/n schema/o/a'],
    [{}, { schema: '{' }, 'schema-broken'],
    [{}, { schema: '{"$ref": "https://schemas.example/token"}' }, 'schema-unresolved'],
    [{}, { schema: '{"$dynamicRef": "#node"}' }, 'schema-unsupported'],
  ])('%j under %j: %s', (payload, expectations, answer) => {
    expect(said(payload, expectations)).toBe(answer);
  });
});

/** Options of libraries that are no expectations here, or are given in a form of their own. */
const foreign = ['options', 'nonce', 'jwtid', 'ignoreNotBefore', 'ignoreExpiration', 'clockTimestamp'];

function expectationsOf(ctx: Record<string, unknown>): Expectations | undefined {
  const { audience, issuer, subject, leeway, clockTolerance, maxAge } = ctx;
  const list = (value: unknown) => [value].flat() as string[];
  const strange = [audience, issuer].flat().some((each) => each !== undefined && typeof each !== 'string');
  if (strange || typeof maxAge === 'string' || foreign.some((name) => name in ctx)) return undefined;
  return {
    leewaySeconds: Number(leeway ?? clockTolerance ?? 0),
    ...(audience !== undefined && { audiences: list(audience) }),
    ...(issuer !== undefined && { issuers: list(issuer) }),
    ...(typeof subject === 'string' && { subject }),
    ...(typeof maxAge === 'number' && { maxAgeSeconds: maxAge }),
  };
}

describe.each(['claims-time', 'lib-pyjwt', 'lib-node-jsonwebtoken'])('vectors %s', (suite) => {
  const found = vectors(suite);
  const cases = (found ?? []).flatMap((each: Case) => {
    const expectations = expectationsOf(each.ctx ?? {});
    const judged =
      typeof each.expect.claims_valid === 'boolean' && each.expect.payload_kind === 'json-object';
    return judged && expectations ? [{ ...each, expectations }] : [];
  });

  describe.skipIf(!found)(found ? 'claims' : vectorsAbsent, () => {
    it.each(cases)('$id', (each) => {
      const expectations = { ...each.expectations, issuedInPast: suite === 'lib-pyjwt' };
      const violations = violationsOf(readToken(tokenOf(each)), expectations, Number(each.ctx?.now));
      expect(violations.length === 0, JSON.stringify(violations)).toBe(each.expect.claims_valid);
    });
  });
});
