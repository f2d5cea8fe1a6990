import { CompactEncrypt } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { certificateFor } from '../core/key/madeCertificate';
import { pairOf } from '../core/key/madeKeys';
import { keyTextsOf } from '../core/verify/keyTexts';
import { assemble, longSecret, signWithNode } from '../core/verify/signing';
import { signedByAll } from '../interop/signers';
import type { Driver } from './browsers/driver';
import { launch, packages } from './browsers/launch';
import { until } from './browsers/until';
import { issue, startTruthServer, type TruthServer } from './truthServer';

const keyBox = { role: 'textbox', name: 'Secret or key' };
const pasteBox = { role: 'textbox', name: 'Token' };
const hour = () => Math.floor(Date.now() / 1000) + 3600;

const rs256 = assemble({ alg: 'RS256' }, JSON.stringify({ aud: 'the api', exp: hour() }), (input) =>
  signWithNode('RS256', pairOf('rsa').privateKey, input),
);
const certificate = certificateFor(
  { name: 'signing.example', key: pairOf('rsa').publicKey },
  { name: 'an issuer', key: pairOf('p256').privateKey },
);

describe.each(['chromium', 'firefox'] as const)('keys in the popup of %s', (engine) => {
  let driver: Driver;
  let server: TruthServer;

  beforeAll(async () => {
    server = await startTruthServer();
    driver = await launch(engine, { extension: packages[engine] });
    await driver.tab.visit(server.url);
    await driver.openPopup();
  });
  afterAll(async () => {
    await driver?.close();
    await server?.close();
  });
  beforeEach(async () => {
    await driver.popup.fill(keyBox, '');
    await driver.popup.fill(pasteBox, '');
  });

  const give = async (token: string, key: string) => {
    await driver.popup.fill(pasteBox, token);
    await driver.popup.fill(keyBox, key);
  };
  /** All that is written there, folded or not. */
  const written = () => driver.popup.run<string>('document.body.textContent');
  const says = (text: string | RegExp) =>
    until(`the popup to say ${text}`, async () => {
      const page = await written();
      return typeof text === 'string' ? page.includes(text) : text.test(page);
    });

  test('a certificate’s key is described, and its public half can be taken along', async () => {
    await give(rs256, certificate);
    await says('RS256, RSA key of 2,048 bits');
    for (const fact of [
      /SubjectCN=signing\.example/,
      /IssuerCN=an issuer/,
      /RS256, RS384, RS512, PS256/,
      /Thumbprint[\w-]{43}/,
    ])
      await says(fact);
    await says('Copy public key as JWK');
    await says('Copy public key as PEM');
  });

  test('libraries are asked, each by its own words', async () => {
    await give(issue({ aud: 'the api', exp: hour() }, longSecret), longSecret);
    await says('PyJWT 2.6.0');
    for (const words of [/jsonwebtoken 9/, /jose 6/, /InvalidAudienceError/]) await says(words);
    await give(issue({ exp: 1 }, longSecret), 'another secret that is long enough');
    await says(/InvalidSignatureError: Signature verification failed/);
    await says('JsonWebTokenError: invalid signature');
  });

  test('expectations are compared, and kept on disk without a value of the token', async () => {
    const token = issue({ aud: 'the api', sub: 'mallory-7731', exp: hour() }, longSecret);
    await give(token, longSecret);
    await says('None set');
    await driver.popup.run(
      `[...document.querySelectorAll('details')].forEach((each) => { each.open = true; })`,
    );
    const put = (label: string, text: string) =>
      driver.popup.run(`(() => {
        const label = [...document.querySelectorAll('label')].find((each) => each.textContent === ${JSON.stringify(label)});
        const box = document.getElementById(label.htmlFor);
        box.value = ${JSON.stringify(text)};
        box.dispatchEvent(new Event('change', { bubbles: true }));
      })()`);
    await put('Audience (aud), one of', 'another');
    await says('The token is for the api, and expected is: another.');
    await put('Audience (aud), one of', 'the api');
    await says('Met');
    await driver.popup.run(
      `[...document.querySelectorAll('button')].find((each) => each.textContent === 'Draft from the tokens seen').click()`,
    );
    const local = () => driver.background<object>('(globalThis.browser ?? chrome).storage.local.get(null)');
    await until('the schema to be kept', async () => JSON.stringify(await local()).includes('2020-12'));
    expect(JSON.stringify(await local())).not.toContain('mallory-7731');
    await put('Audience (aud), one of', '');
    await put('JSON Schema of the payload', '');
    await says('None set');
  });

  test('an encrypted token is opened, and the one inside is verified by itself', async () => {
    const secret = Buffer.alloc(32, 7);
    const inner = issue({ sub: 'inside' }, longSecret);
    const sealed = await new CompactEncrypt(Buffer.from(inner))
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', cty: 'JWT' })
      .encrypt(secret);
    await give(sealed, JSON.stringify({ kty: 'oct', k: Buffer.alloc(32, 8).toString('base64url') }));
    await says(/does not|cannot|wrong/i);
    await give(sealed, JSON.stringify({ kty: 'oct', k: secret.toString('base64url') }));
    await says('inside');
    await says(/The signature does not match/);
  });

  test('what four libraries sign verifies by hand, too', async () => {
    const all = (await signedByAll()).filter(({ alg }) => ['HS256', 'RS256', 'ES256', 'EdDSA'].includes(alg));
    const some = all.filter(({ key }) => key !== 'ed448');
    expect(new Set(some.map(({ library }) => library)).size).toBe(4);
    for (const { alg, key, token } of some) {
      const texts = key === 'secret' ? [longSecret] : Object.values(keyTextsOf(key)).slice(0, 1);
      for (const text of texts) {
        await give(token, text);
        await says('Signature verified.');
        await says(`${alg}, `);
      }
    }
  });
});
