import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readKeys } from '../../src/core/key/readKeys';
import { memberOf } from '../../src/core/token/json';
import { readToken } from '../../src/core/token/read';
import { partOf } from '../../src/core/token/token';
import type { Expectations } from '../../src/core/verify/expectations';
import { verifySignature } from '../../src/core/verify/verify';
import { type Alg, codeFor, environmentFor, keys, tokenOf } from './codeFor';
import { openWorkshop, type Workshop } from './runCode';

const now = () => Math.floor(Date.now() / 1000);
const guide = () => ({ user_id: 123, username: 'john_doe', exp: now() + 3600 });
const languages = ['pyjwt', 'jose', 'jsonwebtoken', 'go', 'ruby'] as const;
const algorithms = Object.keys(keys) as Alg[];

let workshop: Workshop;
beforeAll(() => {
  workshop = openWorkshop();
});
afterAll(() => workshop?.close());

/** Pairs of what the libraries of Debian and of this project's lockfile can do. */
const pairs = languages.flatMap((language) =>
  algorithms
    .filter((alg) => codeFor(tokenOf(alg, guide())).offers(language, 'verify'))
    .map((alg) => [language, alg] as const),
);

test('every library is offered for what it can do', () => {
  const offered = Object.fromEntries(
    languages.map((language) => [language, pairs.filter(([one]) => one === language).length]),
  );
  expect(offered).toEqual({ pyjwt: 7, jose: 7, jsonwebtoken: 6, go: 7, ruby: 6 });
});

const signedBy = async (token: string, alg: Alg) => {
  const { JWT_SECRET, JWT_PUBLIC_KEY } = environmentFor(alg, '');
  const reading = readKeys(JWT_SECRET ?? JWT_PUBLIC_KEY ?? '', JWT_SECRET === undefined ? undefined : 'text');
  return (await verifySignature(readToken(token), reading.ok ? reading.keys : [])).state;
};
const claimsIn = (token: string) => JSON.parse(partOf(readToken(token), 'payload')?.text ?? '{}');

describe.each(pairs)('%s with %s', (language, alg) => {
  test('decodes, verifies, refuses another signature, and makes a token that verifies here', async () => {
    const token = tokenOf(alg, guide(), { alg, typ: 'JWT', kid: 'key 1' });
    const env = environmentFor(alg, token);
    const code = codeFor(token);

    const decoded = workshop.run(code.piece(language, 'decode'), { TOKEN: token });
    expect(decoded.errors + decoded.output).toContain('john_doe');
    expect(decoded.output).toContain('key 1');

    const verify = code.piece(language, 'verify');
    const verified = workshop.run(verify, env);
    expect([verified.errors, verified.code]).toEqual([verified.errors, 0]);
    expect(verified.output).toContain('john_doe');
    const [head, , signature = ''] = token.split('.');
    const forged = Buffer.from(JSON.stringify({ ...guide(), username: 'eve' })).toString('base64url');
    const refused = workshop.run(verify, { ...env, TOKEN: `${head}.${forged}.${signature}` });
    expect(refused.code, refused.output).not.toBe(0);

    const made = workshop.run(code.piece(language, 'create'), env);
    expect([made.errors, made.code]).toEqual([made.errors, 0]);
    expect(await signedBy(made.output, alg)).toBe('verified');
    const { exp, ...claims } = claimsIn(made.output);
    expect(claims).toEqual({ user_id: 123, username: 'john_doe' });
    expect(Math.abs(exp - now() - 3600)).toBeLessThan(60);
    const header = partOf(readToken(made.output), 'header')?.json;
    expect(memberOf(header, 'kid')).toMatchObject({ value: 'key 1' });
    expect(workshop.run(verify, { ...env, TOKEN: made.output }).code).toBe(0);
  });
});

/** What the user expects, a token, and whether the code must accept it. */
const expected: readonly [string, Expectations, () => object, boolean][] = [
  ['the audience', { audiences: ['api'] }, () => ({ aud: 'api' }), true],
  ['another audience', { audiences: ['api'] }, () => ({ aud: 'web' }), false],
  ['no audience where one is expected', { audiences: ['api'] }, () => ({}), false],
  ['one of two audiences', { audiences: ['api', 'web'] }, () => ({ aud: ['web', 'x'] }), true],
  ['an audience nobody asked for', {}, () => ({ aud: 'api' }), true],
  ['the issuer', { issuers: ['https://a.example/'] }, () => ({ iss: 'https://a.example/' }), true],
  ['another issuer', { issuers: ['https://a.example/'] }, () => ({ iss: 'https://b.example/' }), false],
  ['one of two issuers', { issuers: ['a', 'b'] }, () => ({ iss: 'b' }), true],
  ['none of two issuers', { issuers: ['a', 'b'] }, () => ({ iss: 'c' }), false],
  ['expired', {}, () => ({ exp: now() - 30 }), false],
  ['expired within the leeway', { leewaySeconds: 300 }, () => ({ exp: now() - 30 }), true],
  ['expired beyond the leeway', { leewaySeconds: 10 }, () => ({ exp: now() - 60 }), false],
  ['not yet valid', {}, () => ({ nbf: now() + 300 }), false],
  ['not yet valid, within the leeway', { leewaySeconds: 600 }, () => ({ nbf: now() + 300 }), true],
  ['an algorithm that is not expected', { algorithms: ['HS384'] }, () => ({}), false],
];

describe.each(languages)('%s expects what the user expects', (language) => {
  test.each(expected)('%s', (_title, expectations, claims, accepted) => {
    const token = tokenOf('HS256', { ...guide(), ...claims() });
    const piece = codeFor(token, expectations).piece(language, 'verify');
    const { code, output, errors } = workshop.run(piece, environmentFor('HS256', token));
    expect(code === 0, output + errors).toBe(accepted);
  });

  test.each([
    ['hex', (text: string) => Buffer.from(text).toString('hex')],
    ['base64', (text: string) => Buffer.from(text).toString('base64')],
    ['base64url', (text: string) => Buffer.from(text).toString('base64url')],
  ] as const)('a secret in %s', async (encoding, encode) => {
    const token = tokenOf('HS256', guide());
    const env = { TOKEN: token, JWT_SECRET: encode('your-secret-key') };
    const code = codeFor(token, {}, { encoding });
    for (const task of ['verify', 'create'] as const) {
      const { code: exit, errors, output } = workshop.run(code.piece(language, task), env);
      expect(exit, errors).toBe(0);
      if (task === 'create') expect(await signedBy(output, 'HS256')).toBe('verified');
    }
  });
});
