import type { Exchange } from '../../src/core/traffic/exchange';
import { createLogReader } from '../../src/core/traffic/reading';
import type { Driver, Tab } from './browsers/driver';

/** The session log of a running browser, read as the windows read it. Reading through a page wakes nothing. */
export async function exchangesIn(page: Tab): Promise<readonly Exchange[]> {
  const reader = createLogReader();
  reader.take(await page.run('(globalThis.browser ?? chrome).storage.session.get(null)'));
  return reader.exchanges();
}

/** Carrier values exactly as sent, in order of their start. */
export function valuesOf(exchanges: readonly Exchange[]): string[] {
  return exchanges.flatMap(({ captures }) =>
    captures.map(({ before, token, after }) => before + token + after),
  );
}

/** A page of the extension from which the log can be read while the background sleeps. */
export async function openReader(driver: Driver): Promise<Tab> {
  const page = await driver.extensionPage('src/popup.html');
  await driver.tab.activate();
  return page;
}
