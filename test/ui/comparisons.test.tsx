// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import { signHs256 } from '../preview/signing';
import { exchangeWith, PREVIEW_NOW_MS } from '../preview/surroundings';
import { closeWindows, elapse, openWindow, windowNames } from './windows';

const now = PREVIEW_NOW_MS / 1_000;
const secret = 'a secret that is long enough for HS256';
const token = await signHs256({ sub: 'john_doe', aud: 'the api', exp: now + 100 }, secret);
const origin = 'http://127.0.0.1:5000';

const verdict = () => within(screen.getByRole('region', { name: 'Verdict' }));
const library = (name: string) => screen.getByText(name, { selector: 'th' }).closest('tr')?.textContent;
const field = (name: string) => screen.getByLabelText(name) as HTMLInputElement;
const write = (name: string, value: string) => fireEvent.change(field(name), { target: { value } });

afterEach(closeWindows);

describe.each(windowNames)('what libraries say in the %s', (name) => {
  test('each with its exception and the version that was tested', async () => {
    await openWindow(name, { paste: token, key: secret });
    await screen.findByText('What libraries say');
    expect(library('PyJWT')).toMatch(/PyJWT 2\.\d+\.\d+.*refuses the token.*InvalidAudienceError/);
    expect(library('jose')).toContain('accepts the token');
    expect(library('jwt-decode')).toContain('reads it, and checks nothing');
    expect(screen.getByText('2 accept it')).toBeTruthy();
  });

  test('the signature goes before the lifetime, and the lifetime runs out', async () => {
    const surroundings = await openWindow(name, { paste: token, key: secret });
    await screen.findByText('What libraries say');
    elapse(surroundings, 200);
    await waitFor(() => expect(library('jsonwebtoken')).toContain('TokenExpiredError: jwt expired'));
    surroundings.draft.value = { ...surroundings.draft.value, key: 'wrong' };
    await waitFor(() => expect(library('jsonwebtoken')).toContain('JsonWebTokenError: invalid signature'));
  });

  test('without a key there is nothing to say', async () => {
    await openWindow(name, { paste: token });
    await waitFor(() => expect(verdict().getByRole('status').textContent).toContain('no key yet'));
    expect(screen.queryByText('What libraries say')).toBeNull();
  });
});

describe.each(windowNames)('expectations in the %s', (name) => {
  test('are compared, and each that is broken is named', async () => {
    const surroundings = await openWindow(name, { paste: token, key: secret });
    await screen.findByLabelText('Audience (aud), one of');
    expect(verdict().getByText('None set')).toBeTruthy();
    write('Audience (aud), one of', 'the api, another');
    expect(await verdict().findByText('Met')).toBeTruthy();
    write('Audience (aud), one of', 'another');
    write('Required claims', 'sub, scope');
    expect(await verdict().findByText('Broken')).toBeTruthy();
    expect(verdict().getByText('The token is for the api, and expected is: another.')).toBeTruthy();
    expect(verdict().getByText('The token has no claim scope, which is expected.')).toBeTruthy();
    expect(surroundings.settings.value.expectations).toEqual({
      '*': { audiences: ['another'], required: ['sub', 'scope'] },
    });
    write('Audience (aud), one of', '');
    write('Required claims', '');
    await waitFor(() => expect(verdict().getByText('None set')).toBeTruthy());
  });

  test('may hold for one origin alone', async () => {
    const surroundings = await openWindow(name, { exchanges: [exchangeWith(token)] });
    fireEvent.click(await screen.findByRole('button', { name: origin, hidden: true }));
    write('Issuer (iss)', 'someone');
    expect(
      await verdict().findByText('The token names no issuer (iss), and expected is: someone.'),
    ).toBeTruthy();
    expect(surroundings.settings.value.expectations).toEqual({ [origin]: { issuers: ['someone'] } });
  });

  test('a drafted schema has names and types, and no values', async () => {
    const surroundings = await openWindow(name, { paste: token });
    fireEvent.click(await screen.findByRole('button', { name: 'Draft from the tokens seen', hidden: true }));
    expect(await verdict().findByText('Met')).toBeTruthy();
    expect(JSON.stringify(surroundings.settings.value)).not.toMatch(/john_doe|the api/);
    write('JSON Schema of the payload', '{"required":["scope"]}');
    expect(await verdict().findByText(/breaks the schema’s rule “required”/)).toBeTruthy();
    write('JSON Schema of the payload', '{');
    expect(await verdict().findByText('The schema is not a JSON Schema.')).toBeTruthy();
  });

  test('a schema is drafted from all tokens of the lineage', async () => {
    const tokens = await Promise.all([
      signHs256({ sub: 'a', scope: 'x' }, secret),
      signHs256({ sub: 'a', role: 1 }, secret),
      signHs256({ sub: 5 }, secret),
    ]);
    const exchanges = tokens.map((each, at) => exchangeWith(each, { startedMs: 1000 * at }));
    const surroundings = await openWindow(name, { exchanges });
    fireEvent.click(await screen.findByRole('button', { name: 'Draft from the tokens seen', hidden: true }));
    await waitFor(() => expect(surroundings.settings.value.expectations).toBeTruthy());
    const schema = JSON.parse(surroundings.settings.value.expectations?.['*']?.schema ?? '{}');
    expect(schema.required).toEqual(['sub']);
    expect(schema.properties).toMatchObject({
      sub: { type: ['integer', 'string'] },
      scope: { type: 'string' },
      role: { type: 'integer' },
    });
  });

  test('of a private window are never kept on disk', async () => {
    const expectations = { '*': { issuers: ['someone'] } };
    const surroundings = await openWindow(name, { paste: token, isPrivate: true, expectations });
    await screen.findByLabelText('Audience (aud), one of');
    write('Audience (aud), one of', 'another');
    expect(await verdict().findByText('Broken')).toBeTruthy();
    await waitFor(() =>
      expect(surroundings.privateExpectations.value).toEqual({
        '*': { issuers: ['someone'], audiences: ['another'] },
      }),
    );
    expect(surroundings.settings.value.expectations).toEqual(expectations);
  });

  test('an expired token is a matter of time, not of expectations', async () => {
    const surroundings = await openWindow(name, { paste: token });
    await screen.findByLabelText('Algorithms');
    write('Algorithms', 'HS256');
    elapse(surroundings, 200);
    expect(await verdict().findByText('Met')).toBeTruthy();
    write('Clocks may differ by (seconds)', '30');
    expect(await verdict().findByText('The token has expired (RFC 7519 section 4.1.4).')).toBeTruthy();
  });
});
