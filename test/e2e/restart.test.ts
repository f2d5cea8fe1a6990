import { describe, test } from 'vitest';
import { until } from './browsers/until';
import { stage } from './stage';

const api = '(globalThis.browser ?? chrome)';

describe.each(['chromium', 'firefox'] as const)('a background that ends, in %s', (engine) => {
  const on = stage(engine);

  const send = async () => (await on.send()).join();
  const popupSays = async (text: RegExp) => {
    await on.driver.openPopup();
    await until(`the popup to say ${text}`, async () =>
      text.test(await on.driver.popup.run<string>('document.body.innerText')),
    );
    await on.driver.closePopup();
  };

  test('the coverage note says when a busy background was killed', async () => {
    const token = await send();
    await until('the capture', () => on.isLogged(token));
    await on.driver.killBackground();
    await send();
    await popupSays(/restarted Claimscope at/);
  });

  test('an update waits and says so; once it is installed, the page goes on and is captured again', async () => {
    await on.reader.run(`${api}.storage.session.set({ update: { by: '', value: { version: '9.9.9' } } })`);
    await popupSays(/Version 9.9.9 is ready/);
    await on.driver.reinstall();
    await on.readAnew();
    await on.driver.background('1');
    const after = await send();
    await until('a capture by the new one', () => on.isLogged(after));
  });
});
