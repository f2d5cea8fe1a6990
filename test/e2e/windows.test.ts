import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { importedAnew } from '../importedAnew';
import type { Driver, View } from './browsers/driver';
import { launch, packages } from './browsers/launch';
import { until } from './browsers/until';
import { issue, startTruthServer, type TruthServer } from './truthServer';

const pasteBox = { role: 'textbox', name: 'Token' };
const keyBox = { role: 'textbox', name: 'Secret or key' };
const secret = 'your-secret-key';
const nowSeconds = () => Math.floor(Date.now() / 1000);
const hour = () => nowSeconds() + 3600;
const part = (text: string) => Buffer.from(text).toString('base64url');
const json = JSON.stringify;

/** Asymmetric algorithms, each with how node:crypto signs and in which form the key is given. */
const algorithms: [
  alg: string,
  keys: () => { publicKey: KeyObject; privateKey: KeyObject },
  hash: string | null,
][] = [
  ['RS256', () => generateKeyPairSync('rsa', { modulusLength: 2048 }), 'sha256'],
  ['PS384', () => generateKeyPairSync('rsa', { modulusLength: 2048 }), 'sha384'],
  ['ES256', () => generateKeyPairSync('ec', { namedCurve: 'P-256' }), 'sha256'],
  ['ES512', () => generateKeyPairSync('ec', { namedCurve: 'P-521' }), 'sha512'],
  ['EdDSA', () => generateKeyPairSync('ed25519'), null],
];

function signed(alg: string, privateKey: KeyObject, hash: string | null): string {
  const input = `${part(json({ alg }))}.${part(json({ user_id: 123, exp: hour() }))}`;
  const pss = alg.startsWith('PS') ? { padding: 6, saltLength: Number(alg.slice(2)) / 8 } : {};
  const key = { key: privateKey, dsaEncoding: 'ieee-p1363' as const, ...pss };
  return `${input}.${sign(hash, Buffer.from(input), key).toString('base64url')}`;
}

// what is pasted -> what the window must say about it
const broken: [name: string, text: string, says: RegExp][] = [
  ['one part', 'eyJhbGciOiJIUzI1NiJ9', /one part/],
  ['6 parts', 'eyJhbGciOiJIUzI1NiJ9.a.b.c.d.e', /6 parts/],
  ['a header that is not base64url', 'eyJ#bGci.e30.c2ln', /header.*#|#.*header/is],
  [
    'a payload that is not UTF-8',
    `eyJhbGciOiJIUzI1NiJ9.${Buffer.from([0x7b, 0xff, 0x7d]).toString('base64url')}.c2ln`,
    /not UTF-8/,
  ],
  ['a payload that is not JSON', `eyJhbGciOiJIUzI1NiJ9.${part("{'user_id': 1}")}.c2ln`, /single quote/],
  ['a payload that is JSON but no object', `eyJhbGciOiJIUzI1NiJ9.${part('[1,2]')}.c2ln`, /not an object/],
  ['prose', 'this is no token at all', /./],
];

describe.each(['chromium', 'firefox'] as const)('the windows in %s', (engine) => {
  let driver: Driver;
  let server: TruthServer;

  beforeAll(async () => {
    server = await startTruthServer();
    driver = await launch(engine, { extension: packages[engine] });
    await driver.tab.visit(server.url);
  });
  afterAll(async () => {
    await driver?.close();
    await server?.close();
  });

  const status = (view: View) =>
    view.run<string>(`document.querySelector('[aria-label="Verdict"] [role=status]').textContent`);
  const says = (view: View, text: RegExp) =>
    until(`the status to say ${text}`, async () => text.test(await status(view)));
  const region = (view: View, name: string) => view.text({ role: 'region', name });
  const shows = (view: View, name: string, text: RegExp) =>
    until(`${name} to show ${text}`, async () => text.test(await region(view, name)));
  const page = (view: View) => view.run<string>('document.body.innerText');
  const rows = (view: View) =>
    view.run<number>(
      `document.querySelectorAll('[aria-label="Captured tokens"] :is([role=option], [role=row][aria-rowindex]:not([aria-rowindex="1"]), li)').length`,
    );

  describe.each(['popup', 'panel'] as const)('%s', (name) => {
    const view = () => driver[name];
    beforeAll(() => (name === 'popup' ? driver.openPopup() : driver.openPanel()));
    afterAll(() => (name === 'popup' ? driver.closePopup() : driver.closeDevtools()));
    beforeEach(async () => {
      await view().fill(keyBox, '');
      await view().fill(pasteBox, '');
    });

    test('a pasted token is decoded as written, and verified with its secret alone', async () => {
      const payload = '{"user_id": 12345678901234567890, "rate": 3.0, "username":"john_doe"}';
      const input = `${part('{"alg":"HS256","typ":"JWT"}')}.${part(payload)}`;
      const token = issue({}).replace(/.*/, input);
      await view().fill(pasteBox, `Authorization: Bearer ${token}.AAAA`);
      await shows(view(), 'Payload', /12345678901234567890[\s\S]*3\.0[\s\S]*"john_doe"/);
      await shows(view(), 'Header', /"HS256"/);
      await says(view(), /no key yet/i);
      await view().fill(keyBox, secret);
      await says(view(), /does not match/);
    });

    test('verified, does not match, no key yet and cannot check are four answers', async () => {
      await view().fill(pasteBox, issue({ username: 'john_doe', exp: hour() }));
      await says(view(), /no key yet/i);
      await view().fill(keyBox, secret);
      await says(view(), /verified/i);
      await view().fill(keyBox, 'another-secret-key');
      await says(view(), /does not match/);
      await view().fill(pasteBox, `${part('{"alg":"none"}')}.${part('{"user_id":1}')}.`);
      await says(view(), /cannot check/);
    });

    test('an RSA public key never serves as an HMAC secret', async () => {
      const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
      const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
      await view().fill(pasteBox, issue({ exp: hour() }, pem));
      await view().fill(keyBox, pem);
      await says(view(), /cannot check/);
    });

    test.each(algorithms)(
      '%s is verified with its public key as PEM, JWK and JWKS',
      async (alg, generate, hash) => {
        const { publicKey, privateKey } = importedAnew(generate());
        const jwk = publicKey.export({ format: 'jwk' });
        await view().fill(pasteBox, signed(alg, privateKey, hash));
        for (const key of [
          publicKey.export({ type: 'spki', format: 'pem' }).toString(),
          json(jwk),
          json({ keys: [jwk] }),
        ]) {
          await view().fill(keyBox, key);
          await says(view(), /verified/i);
          await view().fill(keyBox, '');
          await says(view(), /no key yet/i);
        }
      },
    );

    test.each([
      ['hex', Buffer.from(secret).toString('hex')],
      ['base64', Buffer.from(secret).toString('base64')],
      ['base64url', part(secret)],
    ])('a secret can be read as %s', async (encoding, text) => {
      await view().fill(pasteBox, issue({ exp: hour() }));
      await view().fill(keyBox, text);
      await until('the choice of encoding', () => view().has('.key select'));
      await view().run(`(() => {
        const choice = document.querySelector('.key select');
        choice.value = ${json(encoding)};
        choice.dispatchEvent(new Event('change', { bubbles: true }));
      })()`);
      await says(view(), /verified/i);
    });

    test('the doctor names what is wrong with a secret', async () => {
      await view().fill(pasteBox, issue({ exp: hour() }));
      await view().fill(keyBox, `"${secret}"`);
      await until('the remedy', async () => /without its quotation marks/.test(await page(view())));
    });

    test('a kept key verifies by its name, until it is removed', async () => {
      await view().fill(pasteBox, issue({ exp: hour() }));
      await view().fill(keyBox, secret);
      await until('the box for its name', () => view().has('.key form input[name=name]'));
      await view().fill({ role: 'textbox', name: 'Name' }, 'flask secret');
      await view().click({ role: 'button', name: 'Keep this key' });
      await shows(view(), 'Verdict', /with “flask secret”/);
      expect(await view().run(`document.querySelector('.key textarea').value`)).toBe('');
      await view().run(`document.querySelector('.kept button').click()`);
      await says(view(), /no key yet/i);
    });

    test('current turns to expiring and to expired by itself', async () => {
      await view().fill(pasteBox, issue({ iat: nowSeconds() - 8, exp: nowSeconds() + 8 }));
      await says(view(), /current/);
      await says(view(), /about to expire/);
      await says(view(), /has expired/);
    });

    test.each(broken)('%s: says what is wrong', async (_name, text, expected) => {
      await view().fill(pasteBox, text);
      await until(`the window to say ${expected}`, async () => expected.test(await page(view())));
    });

    test('a megabyte of text is taken without harm', async () => {
      const text = 'x'.repeat(1_000_000);
      await view().run(`(() => {
        const box = document.querySelector('textarea[aria-label="Token"]') ?? document.querySelector('textarea');
        box.value = ${json(text)};
        box.dispatchEvent(new Event('input', { bubbles: true }));
      })()`);
      await view().fill(pasteBox, issue({ username: 'after', exp: hour() }));
      await shows(view(), 'Payload', /after/);
    });

    test.each([
      ['a PEM cut in half', '-----BEGIN PUBLIC KEY-----\nMIIBIjANBgkqhkiG9w0BAQEF', /cut off/],
      ['a JWKS without keys', '{"keys":[]}', /no keys/],
    ])('%s is told apart from a signature that does not match', async (_name, key, expected) => {
      await view().fill(pasteBox, issue({ exp: hour() }));
      await view().fill(keyBox, key);
      await until(`the window to say ${expected}`, async () => expected.test(await page(view())));
      expect(await status(view())).not.toMatch(/does not match/);
    });

    test('says what a front end with jwt-decode sees, where it differs', async () => {
      const payload = '{"id":12345678901234567890,"role":"user","role":"admin"}';
      await view().fill(pasteBox, `${part('{"alg":"HS256"}')}.${part(payload)}.c2ln`);
      await until('the view', () => view().has('details.jwtdecode'));
      await view().run(`(() => { document.querySelector('details.jwtdecode').open = true; })()`);
      await until('the rounded number', async () => (await page(view())).includes('12345678901234567000'));
    });
  });

  test('work in the popup survives its closing, and the key is there in the panel too', async () => {
    const token = issue({ username: 'kept', exp: hour() });
    await driver.openPopup();
    await driver.popup.fill(pasteBox, token);
    await driver.popup.fill(keyBox, secret);
    await says(driver.popup, /verified/i);
    await driver.closePopup();
    await driver.killBackground();
    await driver.openPopup();
    expect(await driver.popup.text(pasteBox)).toBe(token);
    await says(driver.popup, /verified/i);
    await driver.popup.fill(pasteBox, '');
    await driver.closePopup();
  });

  test('the panel lists, filters, pauses and clears', async () => {
    const send = (username: string) =>
      driver.tab.run(`call('/api/list', ${json(`Bearer ${issue({ username, exp: hour() })}`)})`);
    await driver.openPanel();
    const { panel } = driver;
    await panel.click({ role: 'button', name: 'Clear' });
    await until('an empty list', async () => (await rows(panel)) === 0);
    await Promise.all([send('anna'), send('berta')]);
    await until('two rows', async () => (await rows(panel)) === 2);
    await panel.fill({ role: 'combobox', name: 'Filter' }, 'anna');
    await until('one row', async () => (await rows(panel)) === 1);
    await panel.fill({ role: 'combobox', name: 'Filter' }, '');
    const record = { role: 'button', name: 'Record' };
    await panel.click(record);
    await until('Record to be off', () => panel.has('[aria-pressed="false"]'));
    await send('nobody');
    await panel.click(record);
    await until('Record to be on', () => panel.has('[aria-pressed="true"]'));
    await send('carla');
    await until('carla', async () => (await page(panel)).includes('carla'));
    expect(await page(panel)).not.toContain('nobody');
    await panel.click({ role: 'button', name: 'Clear' });
    await until('an empty list', async () => (await rows(panel)) === 0);
    await until('no trace of a token in the store', async () => {
      const left = await driver.background<string[]>(
        '(globalThis.browser ?? chrome).storage.session.get(null).then((all) => Object.keys(all))',
      );
      return !left.some((key) => key.startsWith('token.'));
    });
    await driver.closeDevtools();
  });

  test('a key kept in the popup serves the panel too, and outlives them both', async () => {
    const token = issue({ username: 'erika', exp: hour() });
    await driver.openPopup();
    await driver.popup.fill(keyBox, secret);
    await until('the button', () => driver.popup.has('.key form input[name=name]'));
    await driver.popup.fill({ role: 'textbox', name: 'Name' }, 'shared secret');
    await driver.popup.click({ role: 'button', name: 'Keep this key' });
    await until('the list of kept keys', () => driver.popup.has('.kept'));
    await driver.closePopup();
    await driver.openPanel();
    await driver.panel.fill(pasteBox, token);
    await shows(driver.panel, 'Verdict', /with “shared secret”/);
    await driver.panel.run(`document.querySelector('.kept button').click()`);
    await says(driver.panel, /no key yet/i);
    await driver.closeDevtools();
  });

  test('the popup lists the tokens of its tab, and says where it may not look', async () => {
    await driver.tab.run(`call('/api/popup', ${json(issue({ username: 'dora', exp: hour() }))})`);
    await driver.openPopup();
    await until('dora', async () => (await page(driver.popup)).includes('dora'));
    await driver.closePopup();
    const other = await driver.openTab('about:blank');
    await other.activate();
    await driver.openPopup();
    await until('no row', async () => (await rows(driver.popup)) === 0);
    await driver.closePopup();
    await other.close();
  });
});
