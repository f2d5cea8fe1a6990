import { describe, expect, it } from 'vitest';
import { lifetimeAt, readTimes } from '../../../src/core/token/lifetime';
import { readToken } from '../../../src/core/token/read';
import { timesOf } from '../../../src/core/token/tokenTimes';
import { tokenOf, vectors, vectorsAbsent } from '../../vectors';

const times = (claims: Record<string, unknown>) => readTimes((name) => claims[name]);
const notesOf = (claims: Record<string, unknown>) =>
  times(claims).timeNotes.map(({ claim, code }) => [claim, code]);

describe('the lifetime of a token', () => {
  // biome-ignore format: a table
  it.each([
    // claims                              now        state            left    turns at   fraction
    [{},                                   0,         'no-expiry',     undefined, undefined, undefined],
    [{ iat: 100 },                         0,         'no-expiry',     undefined, undefined, undefined],
    [{ nbf: 100 },                         99.9,      'not-yet-valid', 0.1,    100,       undefined],
    [{ nbf: 100 },                         100,       'no-expiry',     undefined, undefined, undefined],
    [{ exp: 1000 },                        0,         'current',       1000,   700,       undefined],
    [{ exp: 1000 },                        699,       'current',       301,    700,       undefined],
    [{ exp: 1000 },                        700,       'expiring',      300,    1000,      undefined],
    [{ exp: 1000 },                        999.999,   'expiring',      0.001,  1000,      undefined],
    [{ exp: 1000 },                        1000,      'expired',       0,      undefined, undefined],
    [{ exp: 1000 },                        1060,      'expired',       -60,    undefined, undefined],
    [{ exp: 1000.5 },                      1000.4,    'expiring',      0.1,    1000.5,    undefined],
    [{ exp: 1000.5 },                      1000.5,    'expired',       0,      undefined, undefined],
    // The last quarter of 400 s is shorter than the 300 s of the lead.
    [{ iat: 600, exp: 1000 },              899,       'current',       101,    900,       101 / 400],
    [{ iat: 600, exp: 1000 },              900,       'expiring',      100,    1000,      0.25],
    // Of a longer life the lead decides.
    [{ iat: 0, exp: 10000 },               9699,      'current',       301,    9700,      301 / 10000],
    [{ iat: 0, exp: 10000 },               9700,      'expiring',      300,    10000,     0.03],
    // nbf begins the life where it is known.
    [{ iat: 0, nbf: 600, exp: 1000 },      899,       'current',       101,    900,       101 / 400],
    [{ iat: 0, nbf: 600, exp: 1000 },      599,       'not-yet-valid', 1,      600,       undefined],
    [{ iat: 600, exp: 1000 },              500,       'current',       500,    900,       1],
    [{ iat: 600, exp: 1000 },              2000,      'expired',       -1000,  undefined, 0],
    [{ iat: 2000, exp: 1000 },             800,       'expiring',      200,    1000,      undefined],
    [{ nbf: 1020, exp: 1010 },             1000,      'not-yet-valid', 20,     1020,      undefined],
    [{ nbf: 1020, exp: 1010 },             1015,      'expired',       -5,     undefined, undefined],
    [{ exp: 0 },                           1,         'expired',       -1,     undefined, undefined],
    [{ exp: -12345 },                      0,         'expired',       -12345, undefined, undefined],
    [{ exp: '1000' },                      0,         'unreadable',    undefined, undefined, undefined],
    [{ exp: null },                        0,         'unreadable',    undefined, undefined, undefined],
    [{ exp: Number.POSITIVE_INFINITY },    0,         'unreadable',    undefined, undefined, undefined],
    [{ exp: 1000, nbf: '5' },              0,         'unreadable',    undefined, undefined, undefined],
    [{ exp: 1000, nbf: '5' },              1000,      'expired',       0,      undefined, undefined],
    [{ exp: 1000, iat: 'yesterday' },      0,         'current',       1000,   700,       undefined],
  ])('%j at %d is %s', (claims, nowSeconds, state, left, turnSeconds, fraction) => {
    const lifetime = lifetimeAt(times(claims), nowSeconds * 1000, 300);
    expect(lifetime.state).toBe(state);
    if (left === undefined) expect(lifetime.leftSeconds).toBeUndefined();
    else expect(lifetime.leftSeconds).toBeCloseTo(left, 6);
    expect(lifetime.nextTurnMs).toBe(turnSeconds === undefined ? undefined : turnSeconds * 1000);
    if (fraction === undefined) expect(lifetime.fraction).toBeUndefined();
    else expect(lifetime.fraction).toBeCloseTo(fraction, 9);
  });

  // biome-ignore format: a table
  it.each([
    [1700003600,             []],
    [1700003600.25,          []],
    [0,                      []],
    [1700003600000,          [['exp', 'milliseconds']]],
    [1700003600000000,       [['exp', 'microseconds']]],
    [1e10,                   []],
    [-8640000000001,         [['exp', 'out-of-range']]],
    [1e300,                  [['exp', 'out-of-range']]],
    [Number.POSITIVE_INFINITY, [['exp', 'infinite']]],
    ['1700000100',           [['exp', 'text']]],
    ['1700000100.5',         [['exp', 'text']]],
    ['2030-01-01T00:00:00Z', [['exp', 'iso-text']]],
    ['2030-01-01',           [['exp', 'iso-text']]],
    ['tomorrow',             [['exp', 'not-a-number']]],
    ['',                     [['exp', 'not-a-number']]],
    [null,                   [['exp', 'not-a-number']]],
    [true,                   [['exp', 'not-a-number']]],
    [{},                     [['exp', 'not-a-number']]],
  ])('exp %j is noted as %j', (exp, notes) => {
    expect(notesOf({ exp })).toEqual(notes);
  });

  it('says which moment was probably meant', () => {
    const likely = (exp: unknown) => times({ exp }).timeNotes[0]?.likelySeconds;
    expect(likely(1700003600000)).toBe(1700003600);
    expect(likely('1700000100')).toBe(1700000100);
    expect(likely('2030-01-01T00:00:00+01:00')).toBe(1893452400);
    expect(likely('2030-01-01T00:00:00')).toBeUndefined();
  });

  it('notes a token that is never valid', () => {
    expect(notesOf({ nbf: 20, exp: 10 })).toEqual([['nbf', 'never-valid']]);
    expect(notesOf({ nbf: 10, exp: 10 })).toEqual([['nbf', 'never-valid']]);
    expect(notesOf({ nbf: 9, exp: 10 })).toEqual([]);
  });
});

const suite = vectors('claims-time');
describe.skipIf(!suite)(suite ? 'the shared vectors' : vectorsAbsent, () => {
  const cases = (suite ?? []).filter(
    (each) => typeof each.expect.claims_valid === 'boolean' && !each.ctx?.audience,
  );
  it('has cases to read', () => expect(cases).not.toEqual([]));

  it.each(cases.map((each) => [each.id, each] as const))('%s', (_, each) => {
    const { state } = lifetimeAt(timesOf(readToken(tokenOf(each))), Number(each.ctx?.now) * 1000, 0);
    expect(state === 'current' || state === 'no-expiry').toBe(each.expect.claims_valid);
  });
});
