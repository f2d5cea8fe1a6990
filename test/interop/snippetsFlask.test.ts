import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startFlask } from '../../demo/flask';
import type { Site } from '../../demo/site';
import type { Capture } from '../../src/core/traffic/exchange';
import type { Expectations } from '../../src/core/verify/expectations';
import { type Alg, codeFor, environmentFor, seenWith, tokenOf } from './codeFor';
import { openWorkshop, type Workshop } from './runCode';

const now = () => Math.floor(Date.now() / 1000);

let workshop: Workshop;
let site: Site;
beforeAll(async () => {
  workshop = openWorkshop();
  site = await startFlask();
});
afterAll(async () => {
  workshop?.close();
  await site?.close();
});

const header: Capture['carrier'] = { place: 'request-header', name: 'authorization' };
const forms: readonly [string, Partial<Capture>][] = [
  ['raw, as in the guide', { carrier: header, before: '' }],
  ['Bearer', { carrier: header, before: 'Bearer ' }],
  ['JWT', { carrier: header, before: 'JWT ' }],
  ['quoted', { carrier: header, before: 'Token token="', after: '"' }],
  ['another header', { carrier: { place: 'request-header', name: 'x-access-token' }, before: '' }],
  ['a cookie', { carrier: { place: 'request-cookie', name: 'sid' }, before: '' }],
  ['the query', { carrier: { place: 'url-query', name: 'access_token' }, before: '' }],
];

/** Runs the app's own tests; what the app does with requests of another form is asked by one more. */
function runTests(alg: Alg, form: Partial<Capture>, expectations: Expectations = {}, claims: object = {}) {
  const token = tokenOf(alg, { user_id: 123, username: 'john_doe', exp: now() + 3600, ...claims });
  const { carrier = header, before = '', after = '' } = form;
  const seen = seenWith(token, { place: carrier.place, name: carrier.name, before, after });
  const code = codeFor(token, expectations, { seen });
  workshop.save('app.py', code.piece('flask', 'protect').code);
  const env = environmentFor(alg, token);
  return { token, env, ...workshop.run(code.piece('pytest', 'test'), env) };
}

describe('the decorator and its tests', () => {
  test.each(forms)('%s', (_title, form) => {
    const { code, output, errors } = runTests('HS256', form);
    expect(code, output + errors).toBe(0);
    expect(output).toContain('4 passed');
  });

  test.each(['RS256', 'ES256', 'EdDSA', 'PS256'] as const)('%s', (alg) => {
    const { code, output, errors } = runTests(alg, { carrier: header, before: 'Bearer ' });
    expect(code, output + errors).toBe(0);
    expect(output).toContain('4 passed');
  });

  test('with what the user expects', () => {
    const expectations = { audiences: ['a"b', 'c'], issuers: ['x', "y'z"], leewaySeconds: 30 };
    const { code, output, errors } = runTests('HS256', {}, expectations, { aud: 'c', iss: "y'z" });
    expect(code, output + errors).toBe(0);
    expect(output).toContain('4 passed');
    expect(runTests('HS256', {}, expectations, { aud: 'c', iss: 'other' }).code).not.toBe(0);
    expect(runTests('HS256', {}, expectations, { aud: 'other', iss: 'x' }).code).not.toBe(0);
  });

  test('a decorator for the raw header refuses Bearer, as the guide’s does, and the other way round', () => {
    const asked = (sent: string) => `
import os
from app import app
token = os.environ["TOKEN"]
response = app.test_client().get("/protected", headers={"Authorization": ${sent}})
print(response.status_code, response.json["message"] if "message" in response.json else "")
`;
    const answer = (before: string, sent: string) => {
      const { env } = runTests('HS256', { carrier: header, before });
      return workshop.run({ language: 'pyjwt', file: 'ask.py', code: asked(sent) }, env).output;
    };
    expect(answer('', 'token')).toBe('200');
    expect(answer('', '"Bearer " + token')).toBe('401 Invalid token');
    expect(answer('Bearer ', 'token')).toBe('401 Token is missing');
    expect(answer('Bearer ', '"bearer " + token')).toBe('200');
  });
});

test.each(['pyjwt', 'jose', 'jsonwebtoken', 'go', 'ruby'] as const)(
  'a token that the code of %s makes is accepted by the guide’s server',
  async (language) => {
    const token = tokenOf('HS256', { user_id: 123, username: 'john_doe', exp: 1 });
    const env = environmentFor('HS256', token);
    const { output } = workshop.run(codeFor(token).piece(language, 'create'), env);
    const response = await fetch(new URL('/protected', site.url), { headers: { authorization: output } });
    expect(await response.json()).toMatchObject({ message: 'Hello, john_doe' });
  },
);
