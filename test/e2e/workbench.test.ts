import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportsOf } from '../../src/core/sign/exports';
import { keyOf, makeKey, recipes } from '../../src/core/sign/generate';
import { signCompact } from '../../src/core/sign/jws/sign';
import type { Driver, View } from './browsers/driver';
import { launch, packages } from './browsers/launch';
import { until } from './browsers/until';
import { issue, startTruthServer, type TruthServer } from './truthServer';

const json = JSON.stringify;
const box = (name: string) => ({ role: 'textbox', name });
const button = (name: string) => ({ role: 'button', name });
const secret = 'your-secret-key';
const madeText = '.made .source';

describe.each(['chromium', 'firefox'] as const)('the workbench in %s', (engine) => {
  let driver: Driver;
  let server: TruthServer;

  beforeAll(async () => {
    server = await startTruthServer();
    driver = await launch(engine, { extension: packages[engine] });
    await driver.tab.visit(server.url);
    await driver.background('1');
  });
  afterAll(async () => {
    await driver?.close();
    await server?.close();
  });

  const status = (view: View) => view.text('.bench-status');
  const press = (view: View, name: string) =>
    view.run(`[...document.querySelectorAll('.workbench button')]
      .find((each) => each.textContent === ${json(name)}).click()`);

  test('edits a captured token in the panel, byte for byte, and signs it', async () => {
    const token = issue({ username: 'edited', exp: 32503680000 });
    await driver.openPanel();
    const { panel } = driver;
    await driver.tab.run(`call('/api/edited', ${json(token)})`);
    await until('the row', async () =>
      (await panel.run<string>('document.body.innerText')).includes('edited'),
    );
    await until('the token', () => panel.has(button('Edit')));
    await panel.click(button('Edit'));
    await until('the workbench', () => panel.has(button('Sign')));
    const before = await panel.text(box('Payload'));
    expect(before).toBe(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
    expect(await status(panel)).toContain('nothing has been edited');
    await press(panel, 'Expires in 5 min');
    await until('the change', async () => (await status(panel)).includes('unsigned'));
    expect((await panel.text(box('Payload'))).replace(/"exp":\d+/, '"exp":32503680000')).toBe(before);
    await panel.fill(box('Secret or key'), secret);
    await until('the key', () => panel.has('.sign select:enabled'));
    await panel.click(button('Sign'));
    await until('the token', () => panel.has(madeText));
    const made = await panel.text(madeText);
    expect(made.split('.')[0]).toBe(token.split('.')[0]);
    await panel.click(button('Look at it'));
    await until('its verdict', async () =>
      /verified/i.test(await panel.text('[aria-label="Verdict"] [role=status]')),
    );
    await driver.closeDevtools();
  });

  test('keeps what was typed when DevTools close, and undoes by keyboard', async () => {
    await driver.openPanel();
    await until('the button', () => driver.panel.has(button('Make a token')));
    await driver.panel.click(button('Make a token'));
    await until('the workbench', () => driver.panel.has(box('Payload')));
    const before = await driver.panel.text(box('Payload'));
    await driver.panel.fill(box('Payload'), '{"typed": 1.0}');
    await driver.panel.run(`document.querySelector('.part-editor.is-payload textarea')
      .dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, bubbles: true, cancelable: true }))`);
    await until('the former text', async () => (await driver.panel.text(box('Payload'))) === before);
    await driver.panel.fill(box('Payload'), '{"typed": 1.0}');
    await driver.closeDevtools();
    await driver.openPanel();
    await driver.panel.click(button('Make a token'));
    await until('what was typed', async () => (await driver.panel.text(box('Payload'))) === '{"typed": 1.0}');
    await driver.closeDevtools();
  });

  test('"Edit" in the popup leads to the full tab, with the token on the workbench', async () => {
    const token = issue({ sub: 'from-the-popup', exp: 32503680000 });
    await driver.openPopup();
    await driver.popup.fill(box('Token'), token);
    await until('the token', () => driver.popup.has(button('Edit')));
    await driver.popup.click(button('Edit'));
    const tab = await driver.openedByItself('src/full.html');
    await until('its payload', async () =>
      (await tab.text(box('Payload'))).includes('"sub":"from-the-popup"'),
    );
    expect(await status(tab)).toContain('nothing has been edited');
    expect(await tab.run('location.href')).not.toContain(token.slice(0, 20));
    await tab.close();
  });

  test('makes a key for every algorithm and signs with it', async () => {
    const tab = await driver.extensionPage('src/full.html?view=workbench');
    await until('the workbench', () => tab.has(button('Sign')));
    await press(tab, 'New key');
    await until('the choice', () => tab.has({ role: 'combobox', name: 'Kind' }));
    for (const kind of ['HS512', 'RSA 2048', 'P-521', 'secp256k1', 'Ed25519', 'Ed448', 'ML-DSA-44']) {
      await tab.run(`(() => {
        const kinds = document.querySelector('.new-key select');
        kinds.value = ${json(kind)};
        kinds.dispatchEvent(new Event('change', { bubbles: true }));
      })()`);
      await press(tab, 'Make it');
      await until(`the key ${kind}`, () =>
        tab.run<boolean>(
          `document.querySelector('.sign .choices select').selectedOptions[0]?.textContent === ${json(`New ${kind} key`)}`,
        ),
      );
      await press(tab, 'Sign');
      await until(`the status with ${kind}`, async () => (await status(tab)).includes(`“New ${kind} key”`));
    }
    await tab.close();
  });

  test('compares two captured tokens side by side', async () => {
    await driver.openPanel();
    const { panel } = driver;
    const texts = [
      ['a', 'b'],
      ['b', 'c'],
    ].map((roles) => issue({ sub: 'pat', roles }));
    for (const text of texts) await driver.tab.run(`call('/api/compared', ${json(text)})`);
    await panel.fill(box('Token'), '');
    await until('a token', () => panel.has(button('Compare')));
    await panel.run(`document.querySelector('.view .title button[title^="Compare"]').click()`);
    await until('both tokens', () =>
      panel.run<boolean>(`${json(texts)}.every((text) =>
        [...document.querySelectorAll('.pickers option')].some((option) => option.value === text))`),
    );
    for (const [at, text] of texts.entries()) {
      await panel.run(`(() => {
        const picker = document.querySelectorAll('.pickers select')[${at}];
        picker.value = ${json(text)};
        picker.dispatchEvent(new Event('change', { bubbles: true }));
      })()`);
    }
    await until('the difference', async () => {
      const shown = await panel.run<string>(
        `document.querySelector('.sides-of.is-payload')?.innerText ?? ''`,
      );
      return /roles[\s\S]*"a"[\s\S]*"c"/.test(shown);
    });
    await driver.closeDevtools();
  });
});

test('what is signed here with ML-DSA is accepted by Chromium’s own cryptography', async () => {
  const driver = await launch('chromium', { extension: packages.chromium });
  const page = await driver.extensionPage('src/popup.html');
  for (const name of ['ML-DSA-44', 'ML-DSA-65', 'ML-DSA-87']) {
    const recipe = recipes.find((each) => each.name === name);
    const key = recipe && keyOf(await makeKey(recipe));
    const signing = await signCompact({ header: `{"alg":"${name}"}`, payload: '{}', key });
    const token = signing.state === 'signed' ? signing.token : '';
    const spki = key && (await exportsOf(key)).find(({ form }) => form === 'spki')?.text;
    const body = (spki ?? '').replace(/-----[^-]+-----|\s/g, '');
    const accepted = await page.run(`(async () => {
      const bytes = (text) => Uint8Array.fromBase64(text, { alphabet: 'base64url' });
      const key = await crypto.subtle.importKey('spki', Uint8Array.fromBase64(${json(body)}), ${json(name)}, false, ['verify']);
      const [header, payload, signature] = ${json(token)}.split('.');
      const input = new TextEncoder().encode(header + '.' + payload);
      return crypto.subtle.verify(${json(name)}, key, bytes(signature), input);
    })()`);
    expect(accepted, name).toBe(true);
  }
  await driver.close();
});
