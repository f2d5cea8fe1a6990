import { type ReadonlySignal, signal } from '@preact/signals';
import browser from 'webextension-polyfill';

const { devtools } = browser;
const { session } = browser.storage;

/** What the DevTools of a tab tell of themselves. */
interface DevtoolsState {
  /** Since when they listen, milliseconds since the epoch. */
  sinceMs: number;
  /** Bodies of answers that were too long to be read. */
  longBodies: number;
}

const stateKey = (tabId: number) => `devtools.${tabId}`;

async function stateOf(tabId: number): Promise<DevtoolsState | undefined> {
  const key = stateKey(tabId);
  return (await session.get(key))[key] as DevtoolsState | undefined;
}

/** Adds the panel. Both browsers take these paths from the package's root. */
export function createPanel(): Promise<unknown> {
  return devtools.panels.create('Claimscope', '/icons/32.png', '/src/panel.html');
}

/** Notes since when DevTools listens to its page, for the windows that open later. */
export async function tellDevtoolsOpen(): Promise<void> {
  const key = stateKey(devtools.inspectedWindow.tabId);
  addEventListener('pagehide', () => void session.remove(key));
  await session.set({ [key]: { sinceMs: Date.now(), longBodies: 0 } satisfies DevtoolsState });
}

/** Notes that an answer's body was too long to be read. */
export async function noteLongBody(tabId: number): Promise<void> {
  const state = await stateOf(tabId);
  if (state) await session.set({ [stateKey(tabId)]: { ...state, longBodies: state.longBodies + 1 } });
}

export interface InspectedPage {
  tabId: number;
  origin?: string | undefined;
  /** Milliseconds since the epoch. */
  devtoolsSinceMs?: number | undefined;
  pageSinceMs?: number | undefined;
  longBodies?: number | undefined;
}

/** The inspected page, read anew after each navigation. */
export async function inspectedPage(): Promise<ReadonlySignal<InspectedPage>> {
  const { tabId } = devtools.inspectedWindow;
  const page = signal<InspectedPage>({ tabId });
  const read = async () => {
    const [state, origin, timeOrigin] = await Promise.all([
      stateOf(tabId),
      evaluate('location.origin'),
      evaluate('performance.timeOrigin'),
    ]);
    page.value = {
      tabId,
      origin: typeof origin === 'string' && origin !== 'null' ? origin : undefined,
      devtoolsSinceMs: state?.sinceMs,
      longBodies: state?.longBodies,
      pageSinceMs: typeof timeOrigin === 'number' ? timeOrigin : undefined,
    };
  };
  devtools.network.onNavigated.addListener(() => void read());
  session.onChanged.addListener((changes) => {
    if (changes[stateKey(tabId)]) void read();
  });
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
