import { type ReadonlySignal, signal } from '@preact/signals';
import browser from 'webextension-polyfill';
import { devtoolsState } from './devtoolsNotes';
import { type DevtoolsState, devtoolsKey } from './devtoolsState';
import { evaluate, evaluateInNewPage } from './evaluate';
import { showsPrivate } from './privacy';

const { devtools } = browser;
const { session } = browser.storage;

/** Adds the panel. Both browsers take these paths from the package's root. */
export function createPanel(): Promise<unknown> {
  return devtools.panels.create('Claimscope', '/icons/32.png', '/src/panel.html');
}

/** Notes since when DevTools listens to its page, for the windows that open later. */
export async function tellDevtoolsOpen(): Promise<void> {
  const key = devtoolsKey(devtools.inspectedWindow.tabId);
  addEventListener('pagehide', () => void session.remove(key));
  const state: DevtoolsState = { sinceMs: Date.now(), longBodies: 0 };
  await session.set({ [key]: state });
}

export interface InspectedPage {
  tabId: number;
  origin?: string | undefined;
  incognito?: boolean;
  /** Milliseconds since the epoch. */
  devtoolsSinceMs?: number | undefined;
  pageSinceMs?: number | undefined;
  longBodies?: number | undefined;
}

/** The inspected page, read anew after each navigation. */
export async function inspectedPage(): Promise<ReadonlySignal<InspectedPage>> {
  const { tabId } = devtools.inspectedWindow;
  const page = signal<InspectedPage>({ tabId });
  const read = async (ask = evaluate) => {
    const [state, origin, timeOrigin] = await Promise.all([
      devtoolsState(tabId),
      ask('location.origin'),
      ask('performance.timeOrigin'),
    ]);
    page.value = {
      tabId,
      ...(showsPrivate() && { incognito: true }),
      origin: typeof origin === 'string' && origin !== 'null' ? origin : undefined,
      devtoolsSinceMs: state?.sinceMs,
      longBodies: state?.longBodies,
      pageSinceMs: typeof timeOrigin === 'number' ? timeOrigin : undefined,
    };
  };
  devtools.network.onNavigated.addListener(() => void read(evaluateInNewPage));
  session.onChanged.addListener((changes) => {
    if (changes[devtoolsKey(tabId)]) void read();
  });
  await read();
  return page;
}

export function reloadInspectedPage(): void {
  void devtools.inspectedWindow.reload();
}
