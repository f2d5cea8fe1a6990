import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Driver, View } from './browsers/driver';
import { launch, packages } from './browsers/launch';
import { until } from './browsers/until';
import { issue, startTruthServer, type TruthServer } from './truthServer';

const json = JSON.stringify;
const claims = {
  sub: 'topmost-person',
  email: 'hidden.person@acme.example',
  team: { lead: 'another-person' },
  exp: 4_102_444_801,
};
const token = issue(claims);
const secrets = [
  ...token.split('.').map((part) => part.slice(0, 14)),
  'topmost-person',
  'hidden.person',
  'another-person',
];

/** Where one of the secrets can be read: text that is not masked, a box that is not masked, a tooltip. */
const leaks = `(() => {
  const secrets = ${json(secrets)};
  const holds = (text) => secrets.some((secret) => text.includes(secret));
  const isMasked = (element) => getComputedStyle(element).webkitTextSecurity !== 'none';
  const isSeen = (element) => element.checkVisibility() && !element.closest('.unseen');
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (holds(node.data) && isSeen(element) && !isMasked(element)) found.push('text: ' + element.outerHTML.slice(0, 120));
  }
  for (const box of document.querySelectorAll('input, textarea, select'))
    if (isSeen(box) && holds(box.tagName === 'SELECT' ? box.selectedOptions[0]?.text ?? '' : box.value) && !isMasked(box)) found.push('box: ' + box.outerHTML.slice(0, 120));
  for (const element of document.querySelectorAll('[title]'))
    if (holds(element.title) && getComputedStyle(element).pointerEvents !== 'none') found.push('tooltip: ' + element.outerHTML.slice(0, 120));
  if (holds(document.title) || holds(location.href)) found.push('title or address');
  return found;
})()`;

describe.each(['chromium', 'firefox'] as const)('screen share in %s', (engine) => {
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

  const shows = (view: View) =>
    until('the claims', () =>
      view.run(`document.querySelector('[aria-label="Payload"]')?.textContent.includes('topmost-person')`),
    );
  const toggle = async (view: View) => {
    await view.click({ role: 'button', name: 'Settings' });
    await until('the switch', () => view.has({ role: 'checkbox', name: 'Screen share' }));
    await view.click({ role: 'checkbox', name: 'Screen share' });
    await view.click({ role: 'button', name: 'Settings' });
  };

  test('masks tokens and the values of claims in both windows, and nothing when it is off', async () => {
    await driver.openPanel();
    // The token in every place where traffic carries one.
    await driver.tab.run(`call('/api/a?access_token=${token}', 'Bearer ${token}')`);
    await shows(driver.panel);
    expect((await driver.panel.run<string[]>(leaks)).length).toBeGreaterThan(0);
    await toggle(driver.panel);
    await until(
      'the panel to be masked',
      async () => (await driver.panel.run<string[]>(leaks)).length === 0,
    ).catch(async () => expect(await driver.panel.run(leaks)).toEqual([]));
    await driver.closeDevtools();

    await driver.openPopup();
    await shows(driver.popup);
    expect(await driver.popup.run(leaks)).toEqual([]);
    await driver.popup.fill({ role: 'textbox', name: 'Token' }, `Authorization: Bearer ${token}`);
    await shows(driver.popup);
    expect(await driver.popup.run(leaks)).toEqual([]);
    await toggle(driver.popup);
    expect((await driver.popup.run<string[]>(leaks)).length).toBeGreaterThan(0);
    await driver.closePopup();
  });
});
