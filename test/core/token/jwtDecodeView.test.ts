import { describe, expect, it } from 'vitest';
import { jwtDecodeView } from '../../../src/core/token/jwtDecodeView';
import { readToken } from '../../../src/core/token/read';

const encode = (text: string | Uint8Array) => Buffer.from(text).toString('base64url');
const header = encode('{"alg":"HS256"}');
const viewOf = (payload: string | Uint8Array) =>
  jwtDecodeView(readToken(`${header}.${encode(payload)}.AAAA`));
const differencesOf = (payload: string | Uint8Array) =>
  viewOf(payload).differences.map(({ path, code, truth, seen }) => [path.join('/'), code, truth, seen]);

describe('what a front end sees through jwt-decode', () => {
  it('is what jwt-decode gives', () => {
    const view = viewOf('{"sub":"joe","exp":1700000000,"a":[1,{"b":null}]}');
    expect(view.header).toEqual({ alg: 'HS256' });
    expect(view.payload).toEqual({ sub: 'joe', exp: 1700000000, a: [1, { b: null }] });
    expect(view.differences).toEqual([]);
  });

  // biome-ignore format: a table
  it.each([
    // payload                        path     code                 truth                  seen
    ['{"id":9007199254740993}',       ['id',   'rounded',           '9007199254740993',    '9007199254740992']],
    ['{"id":18446744073709551615}',   ['id',   'rounded',           '18446744073709551615', '18446744073709552000']],
    ['{"x":0.1234567890123456789}',   ['x',    'rounded',           '0.1234567890123456789', '0.12345678901234568']],
    ['{"a":[{"v":3.0}]}',             ['a/0/v', 'reformatted',      '3.0',                 '3']],
    ['{"v":1e3}',                     ['v',    'reformatted',       '1e3',                 '1000']],
    ['{"v":1E-7}',                    ['v',    'reformatted',       '1E-7',                '1e-7']],
    ['{"v":1e400}',                   ['v',    'infinite',          '1e400',               'Infinity']],
    ['{"v":1e-400}',                  ['v',    'rounded',           '1e-400',              '0']],
    ['{"v":-0}',                      ['v',    'rounded',           '-0',                  '0']],
    ['{"v":1,"v":[2]}',               ['v',    'duplicate-dropped', '1',                   '[2]']],
    ['{"b":1,"2":0,"1":0}',           ['',     'order',             'b, 2, 1',             '1, 2, b']],
    ['\ufeff{"v":1}',                 ['',     'refused',           '\ufeff{"v":1}',       expect.stringContaining('invalid json')]],
  ])('of %s', (payload, difference) => {
    expect(differencesOf(payload)).toEqual([difference]);
  });

  it('is Latin-1 text where the payload is no UTF-8', () => {
    const bytes = Uint8Array.of(...Buffer.from('{"n":"Jos'), 0xe9, ...Buffer.from('"}'));
    expect(differencesOf(bytes)).toEqual([['', 'latin1', '', '{"n":"José"}']]);
    expect(viewOf(bytes).payload).toEqual({ n: 'José' });
  });

  it('is the error that jwt-decode throws', () => {
    const view = viewOf('{"a":');
    expect(view.payloadError).toContain('invalid json for part #2');
    expect(view.differences).toEqual([]);
  });

  it('is a token also where the text is none', () => {
    const { differences, payload } = jwtDecodeView(readToken(`${header}.${encode('{"a":1}')}`));
    expect(payload).toEqual({ a: 1 });
    expect(differences.map(({ part, code }) => [part, code])).toEqual([
      ['header', 'accepted'],
      ['payload', 'accepted'],
    ]);
  });

  it('is compared in bounded work', () => {
    expect(differencesOf(`{"a":[${'1.0,'.repeat(500)}1]}`)).toHaveLength(100);
    const deep = viewOf(`{"a":${'['.repeat(10_000)}${']'.repeat(10_000)},"a":1.0}`);
    expect(deep.differences.map(({ code }) => code)).toEqual(['duplicate-dropped', 'reformatted']);
    expect(viewOf(`{"a":"${'x'.repeat(400_000)}"}`)).toEqual({ differences: [], leftOut: true });
  });
});
