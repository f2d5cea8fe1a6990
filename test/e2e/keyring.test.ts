import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { jwkText, pairOf, pemOf } from '../core/key/madeKeys';
import { assemble, signWithNode } from '../core/verify/signing';
import type { Driver, Target, View } from './browsers/driver';
import { launch, packages } from './browsers/launch';
import { until } from './browsers/until';
import { issue } from './truthServer';

const keyBox = { role: 'textbox', name: 'Secret or key' };
const pasteBox = { role: 'textbox', name: 'Token' };
const button = (name: string) => ({ role: 'button', name });
const hour = () => Math.floor(Date.now() / 1000) + 3600;

const secret = 'plum-orbit-7c41b2e6-vellum-quartz-5530-of-this-test';
const another = 'another-secret-that-is-kept-beside-the-first-one-8817';
const passphrase = 'correct horse battery staple';
const token = issue({ sub: 'john', exp: hour() }, secret);

const { publicKey, privateKey } = pairOf('rsa');
const issuer = 'http://127.0.0.1';
const ofIssuer = assemble({ alg: 'RS256', kid: 'a' }, JSON.stringify({ iss: issuer, exp: hour() }), (input) =>
  signWithNode('RS256', privateKey, input),
);
const ofEc = assemble({ alg: 'ES256' }, '{}', (input) =>
  signWithNode('ES256', pairOf('p256').privateKey, input),
);

/** A site whose answers hold keys, as an identity provider's do. */
async function serveKeys(): Promise<{ url: string; server: Server }> {
  const server = createServer(({ url = '/' }, response) => {
    const { port } = server.address() as AddressInfo;
    const bodies: Record<string, string> = {
      '/keys': `{"keys":[${jwkText(publicKey, { kid: 'a', use: 'sig' })}]}`,
      '/discovery': JSON.stringify({ issuer, jwks_uri: `http://127.0.0.1:${port}/keys` }),
    };
    const body = bodies[url];
    response.setHeader('content-type', body ? 'application/json' : 'text/html');
    response.end(body ?? '<!doctype html><title>keys</title>');
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

/** The secret's marks in every encoding that it could hide in. */
function marksOf(text: string): readonly string[] {
  const bytes = Buffer.from(text);
  const encoded = (['base64', 'base64url', 'hex'] as const).map((encoding) => bytes.toString(encoding));
  return [text, ...encoded].map((each) => each.slice(0, 20));
}

describe.each(['chromium', 'firefox'] as const)('the keyring in %s', (engine) => {
  let driver: Driver;
  let site: Awaited<ReturnType<typeof serveKeys>>;

  beforeAll(async () => {
    site = await serveKeys();
    driver = await launch(engine, { extension: packages[engine] });
    await driver.tab.visit(site.url);
  });
  afterAll(async () => {
    await driver?.close();
    site?.server.closeAllConnections();
    site?.server.close();
  });

  const says = (view: View, text: string | RegExp) =>
    until(`the window to say ${text}`, async () => {
      const page = await view.run<string>('document.body.innerText');
      return typeof text === 'string' ? page.includes(text) : text.test(page);
    });
  /** A popup grows with what it shows, and until it has, nothing keeps its place under a click. */
  const settled = (view: View) => {
    const size = () => view.run<string>('[innerHeight, scrollY, document.body.scrollHeight].join()');
    return until('the window to keep its size', async () => {
      const before = await size();
      await new Promise((done) => setTimeout(done, 300));
      return before === (await size());
    });
  };
  /** Opens what is folded behind a line. */
  const unfold = async (view: View, summary: string) => {
    await view.run(
      `[...document.querySelectorAll('summary')].find((each) => each.innerText.includes(${JSON.stringify(summary)})).parentElement.open = true`,
    );
    await settled(view);
  };
  const press = async (view: View, name: string) => {
    await settled(view);
    await view.click(button(name));
  };
  const fill = async (view: View, target: Target, text: string) => {
    await settled(view);
    await view.fill(target, text);
  };
  const local = () =>
    driver.background<Record<string, unknown>>(`(globalThis.browser ?? chrome).storage.local.get(null)`);
  const session = (call: string) =>
    driver.background(`(globalThis.browser ?? chrome).storage.session.${call}`);
  const keep = async (view: View, key: string, name: string) => {
    await view.fill(keyBox, key);
    const nameBox = { role: 'textbox', name: 'Name' };
    await until('the key to be read', () => view.has(nameBox));
    await fill(view, nameBox, name);
    await press(view, 'Keep this key');
    await until('the box to be empty', async () => (await view.text(keyBox)) === '');
  };

  test('is remembered encrypted, opened after a start, changed and forgotten', async () => {
    await driver.openPopup();
    const { popup } = driver;
    await fill(popup, pasteBox, token);
    await keep(popup, secret, 'flask');
    await says(popup, 'Remember these keys, encrypted, on this computer');
    expect(JSON.stringify(await local())).not.toContain('vault');
    await unfold(popup, 'Remember these keys');
    await fill(popup, 'input[name=passphrase]', passphrase);
    await fill(popup, 'input[name=again]', passphrase);
    await press(popup, 'Encrypt');
    await says(popup, 'These keys are remembered, encrypted, on this computer.');

    const before = JSON.stringify(await local());
    expect(before).toContain('vault');
    // A later key is sealed too, although the background was killed, and by it, although the popup closes.
    await driver.killBackground();
    await keep(popup, another, 'second');
    await driver.closePopup();
    await until('the second key to be sealed', async () => JSON.stringify(await local()) !== before);

    const disk = JSON.stringify(await local());
    for (const mark of [...marksOf(secret), ...marksOf(another), ...marksOf(passphrase), 'flask', 'second'])
      expect(disk).not.toContain(mark);

    // What ends with the browser is gone; what is on disk is not.
    await session('clear()');
    await driver.openPopup();
    await says(driver.popup, 'Passphrase of the remembered keys');
    await fill(driver.popup, pasteBox, token);
    await says(driver.popup, 'No key yet');
    await fill(driver.popup, 'input[name=passphrase]', 'not the passphrase');
    await press(driver.popup, 'Unlock');
    await says(driver.popup, 'The passphrase does not open the remembered keys.');
    await fill(driver.popup, 'input[name=passphrase]', passphrase);
    await press(driver.popup, 'Unlock');
    await says(driver.popup, 'HS256, with “flask”');
    await says(driver.popup, '2 kept keys');

    await unfold(driver.popup, 'Change the passphrase');
    await fill(driver.popup, 'input[name=passphrase]', 'open sesame');
    await fill(driver.popup, 'input[name=again]', 'open sesame');
    await press(driver.popup, 'Encrypt');
    await says(driver.popup, 'The keys are encrypted with this passphrase.');
    await driver.closePopup();
    await session('clear()');
    await driver.openPopup();
    await says(driver.popup, 'Passphrase of the remembered keys');
    await fill(driver.popup, 'input[name=passphrase]', passphrase);
    await press(driver.popup, 'Unlock');
    await says(driver.popup, 'The passphrase does not open the remembered keys.');
    await fill(driver.popup, 'input[name=passphrase]', 'open sesame');
    await press(driver.popup, 'Unlock');
    await says(driver.popup, '2 kept keys');

    await unfold(driver.popup, 'Forget the remembered keys');
    await press(driver.popup, 'Forget them now');
    await says(driver.popup, 'Remember these keys, encrypted, on this computer');
    expect(JSON.stringify(await local())).not.toContain('vault');
    await driver.closePopup();
  });

  describe('with DevTools open', () => {
    beforeAll(async () => {
      await session('clear()');
      await driver.openPanel();
    });
    afterAll(() => driver.closeDevtools());

    test('is offered the keys of an answer, and trusts them as that alone', async () => {
      const { panel } = driver;
      await panel.fill(pasteBox, ofIssuer);
      await driver.tab.run(`fetch('/discovery').then((answer) => answer.text())`);
      await says(panel, 'said that its keys are at');
      await driver.tab.run(`fetch('/keys').then((answer) => answer.text())`);
      await says(panel, '1 key seen in traffic at http://127.0.0.1');
      await says(panel, 'The signature matches a key seen in traffic');
      await says(panel, 'No key yet');
      await panel.click(button('Take this key'));
      await says(panel, 'Key from the traffic');
      await says(panel, 'The token names this key');
      expect(await panel.run('document.body.innerText')).toContain('Verified');
      expect(JSON.stringify(await local())).not.toContain(JSON.parse(jwkText(publicKey)).n.slice(0, 20));
    });

    test('takes a key file that is dropped on the window', async () => {
      const { panel } = driver;
      const der = Buffer.from(
        pemOf(pairOf('p256').publicKey, 'spki').replace(/-----[^-]+-----|\s/g, ''),
        'base64',
      );
      await panel.fill(pasteBox, ofEc);
      await panel.run(`(() => {
        const carried = new DataTransfer();
        carried.items.add(new File([new Uint8Array(${JSON.stringify([...der])})], 'key.der'));
        const given = { bubbles: true, cancelable: true, dataTransfer: carried };
        document.body.dispatchEvent(new DragEvent('dragover', given));
        document.body.dispatchEvent(new DragEvent('drop', given));
      })()`);
      await says(panel, 'Elliptic curve key on P-256');
      await says(panel, 'ES256, Elliptic curve key on P-256');
      expect(await panel.text(keyBox)).toContain('BEGIN PUBLIC KEY');
    });
  });
});
