import type { Driver } from '../e2e/browsers/driver';

/** Opens a page of the extension, and closes it again. Gives the milliseconds from navigation to its ready mark. */
export async function readyAfter(driver: Driver, page: string): Promise<number> {
  const tab = await driver.extensionPage(page);
  const ms = await tab.run<number>(`new Promise((done) => {
    const look = () => { const [mark] = performance.getEntriesByName('ready'); mark ? done(mark.startTime) : setTimeout(look, 5); };
    look();
  })`);
  await tab.close();
  return ms;
}
