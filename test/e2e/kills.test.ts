import { describe, expect, test } from 'vitest';
import { until } from './browsers/until';
import { stage } from './stage';

describe.each(['chromium', 'firefox'] as const)('a background that dies in %s', (engine) => {
  const on = stage(engine);

  test('killed between bursts it loses nothing, with DevTools closed', async () => {
    for (let round = 0; round < 5; round++) {
      await on.send(7);
      await on.loggedTruth();
      await on.driver.killBackground();
    }
    await on.send();
    await on.loggedTruth();
  });

  test('the answer to a request that was under way when it died is still recorded', async () => {
    const token = on.fresh();
    const slow = on.driver.tab.run(`call('/slow', '${token}')`);
    await until('the request to be logged', () => on.isLogged(token));
    await on.driver.killBackground();
    await slow;
    const found = await until('its answer', async () => {
      const [own] = await on.exchangesWith(token);
      return own?.status !== undefined && own;
    });
    expect(found.status).toBe(200);
  });

  test('killed at random in mid-burst it loses nothing, with DevTools open', async () => {
    await on.driver.openPanel();
    for (let round = 0; round < 4; round++) {
      const flying = on.send(25);
      await new Promise((done) => setTimeout(done, Math.random() * 60));
      await on.driver.killBackground();
      await flying;
    }
    await on.loggedTruth();
  });
});
