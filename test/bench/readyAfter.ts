import type { Driver, Tab } from '../e2e/browsers/driver';

/** Opens a page of the extension, and closes it again. Gives the milliseconds from navigation to its ready mark. */
export async function readyAfter(driver: Driver, page: string): Promise<number> {
  return readyMark(await driver.extensionPage(page));
}

/** The same for a page in a tab that is known before; throws where it is ready without what it should show (a CSS selector). */
export async function readyIn(driver: Driver, tabId: number, page: string, shown: string): Promise<number> {
  const tabs = '(globalThis.browser ?? chrome).tabs';
  await driver.background(`${tabs}.update(${tabId}, { url: '${driver.origin}/${page}?' }).then(() => 1)`);
  const tab = await driver.openedByItself(page);
  if (!(await tab.has(shown))) throw new Error(`${page} is ready and shows no ${shown}`);
  return readyMark(tab);
}

async function readyMark(tab: Tab): Promise<number> {
  const ms = await tab.run<number>(`new Promise((done) => {
    const look = () => { const [mark] = performance.getEntriesByName('ready'); mark ? done(mark.startTime) : setTimeout(look, 5); };
    look();
  })`);
  await tab.close();
  return ms;
}
