import browser from 'webextension-polyfill';

/**
 * What DevTools can be asked: to look at something on a click, and whether they are still there. A look resolves to how
 * many tokens were found.
 */
export const lookNames = ['storage', 'streams', 'bodies', 'alive'] as const;
export type LookName = (typeof lookNames)[number];

/** Undefined where the page could not be read. */
export type Looks = Record<LookName, () => Promise<number | undefined>>;

export interface Asked {
  look: LookName;
  tabId: number;
}

/** Asks the DevTools page of a tab, which has the access and knows what was told already. */
export async function look(name: LookName, tabId: number): Promise<number | undefined> {
  const asked: Asked = { look: name, tabId };
  const found: unknown = await browser.runtime.sendMessage(asked).catch(() => undefined);
  return typeof found === 'number' ? found : undefined;
}
