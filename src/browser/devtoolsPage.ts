import { type ReadonlySignal, signal } from '@preact/signals';
import browser from 'webextension-polyfill';

const openKey = (tabId: number) => `devtools.${tabId}`;
const { devtools } = browser;

/** Adds the panel. Both browsers take these paths from the package's root. */
export function createPanel(): Promise<unknown> {
  return devtools.panels.create('Claimscope', '/icons/32.png', '/src/panel.html');
}

/** Notes since when DevTools listens to its page (milliseconds since the epoch), for the panel that opens later. */
export function tellDevtoolsOpen(): Promise<void> {
  return browser.storage.session.set({ [openKey(devtools.inspectedWindow.tabId)]: Date.now() });
}

export interface InspectedPage {
  tabId: number;
  origin?: string | undefined;
  /** Milliseconds since the epoch. */
  devtoolsSinceMs?: number | undefined;
  pageSinceMs?: number | undefined;
}

/** The inspected page, read anew after each navigation. */
export async function inspectedPage(): Promise<ReadonlySignal<InspectedPage>> {
  const { tabId } = devtools.inspectedWindow;
  const page = signal<InspectedPage>({ tabId });
  const read = async () => {
    const since = (await browser.storage.session.get(openKey(tabId)))[openKey(tabId)];
    const [origin, timeOrigin] = await Promise.all([
      evaluate('location.origin'),
      evaluate('performance.timeOrigin'),
    ]);
    page.value = {
      tabId,
      origin: typeof origin === 'string' && origin !== 'null' ? origin : undefined,
      devtoolsSinceMs: typeof since === 'number' ? since : undefined,
      pageSinceMs: typeof timeOrigin === 'number' ? timeOrigin : undefined,
    };
  };
  devtools.network.onNavigated.addListener(() => void read());
  await read();
  return page;
}

export function reloadInspectedPage(): void {
  void devtools.inspectedWindow.reload();
}

/** Asks the inspected page; Chromium resolves to the bare value, Firefox to [value, error]. */
async function evaluate(expression: 'location.origin' | 'performance.timeOrigin'): Promise<unknown> {
  const answer: unknown = await devtools.inspectedWindow.eval(expression).catch(() => undefined);
  return Array.isArray(answer) ? answer[0] : answer;
}
