import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Driver, View } from './browsers/driver';
import { launch, packages } from './browsers/launch';
import { until } from './browsers/until';
import { issue, startTruthServer, type TruthServer } from './truthServer';

const json = JSON.stringify;
const pasteBox = { role: 'textbox', name: 'Token' };
const nowSeconds = Math.floor(Date.now() / 1000);
const claims = { sub: 'john_doe', iat: nowSeconds - 60, exp: nowSeconds + 3_600 };
const strong = 'q7Vn2-Xw8_Lr5Tz1Bc9Kd4Mf6Hg3Js0Pe-not-printed-anywhere';

describe.each(['chromium', 'firefox'] as const)('findings in %s', (engine) => {
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

  const findings = (view: View) => view.run<string>(`document.querySelector('.findings')?.innerText ?? ''`);
  const says = (view: View, text: RegExp) =>
    until(`findings ${text}`, async () => text.test(await findings(view)));
  const known = /everybody knows/;

  test('recognise a secret that everybody knows from the token alone, unless that is switched off', async () => {
    await driver.openPopup();
    const { popup } = driver;
    const choice = { role: 'checkbox', name: 'Try well-known secrets' } as const;
    const toggle = async () => {
      await popup.click({ role: 'button', name: 'Settings' });
      await until('the switch', () => popup.has(choice));
      await popup.click(choice);
      await popup.click({ role: 'button', name: 'Settings' });
    };
    await popup.fill(pasteBox, issue(claims, 'your-secret-key'));
    await says(popup, known);
    await toggle();
    await popup.fill(pasteBox, issue({ ...claims, jti: '2' }, 'your-secret-key'));
    await says(popup, /None/);
    expect(await findings(popup)).not.toMatch(known);
    await toggle();
    await says(popup, known);
    await driver.closePopup();
  });

  test('tell of a captured token where it travelled, and count it in the list', async () => {
    await driver.openPanel();
    const token = issue(claims, strong);
    await driver.tab.run(`call('/api/x?access_token=${token}', 'Bearer x')`);
    await says(driver.panel, /In the address of a request to 127\.0\.0\.1/);
    await until('the count', async () =>
      /Findings\s*1/.test(await driver.panel.run('document.body.innerText')),
    );
    await driver.closeDevtools();
  });

  test('try the words of a dropped list, tell how far it has come, and stop when told to', async () => {
    await driver.openPanel();
    const { panel } = driver;
    await panel.fill(pasteBox, issue({ ...claims, jti: '3' }, 'the-word-24321'));
    await says(panel, /None/);
    await until('the rest', () => panel.has('.findings-more'));
    await panel.run(`(document.querySelector('.findings-more').open = true)`);
    await until('the word list', () => panel.has('.word-list'));
    const drop = (words: string) => `(() => {
      const files = new DataTransfer();
      files.items.add(new File([${words}], 'words.txt', { type: 'text/plain' }));
      document.querySelector('.word-list').dispatchEvent(new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true }));
      return true;
    })()`;
    await panel.run(drop(`Array.from({ length: 30000 }, (_, n) => 'the-word-' + n).join('\\n')`));
    await says(panel, /Found after/);
    await panel.click({ role: 'button', name: 'Use it as secret' });
    await until('the secret to verify', async () =>
      /Verified/.test(await panel.text({ role: 'region', name: 'Verdict' })),
    );
    await panel.run(drop(`Array.from({ length: 2000000 }, (_, n) => 'another-' + n).join('\\n')`));
    await until('Cancel', () => panel.has({ role: 'button', name: 'Cancel' }));
    await panel.click({ role: 'button', name: 'Cancel' });
    await says(panel, /Stopped after/);
    expect(json(await panel.run('Object.keys(localStorage)'))).toBe('[]');
    await driver.closeDevtools();
  });
});
