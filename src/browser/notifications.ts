import browser, { type Tabs } from 'webextension-polyfill';
import { originOf } from '../core/traffic/origin';
import { type Turned, turnedAt } from '../core/traffic/turning';
import { refOf } from '../core/traffic/writer';

/** Which tokens the user was told of, so that each turn is told once, however often the background is woken. */
const notifiedKey = 'notified';
const MOST_REMEMBERED = 500;

/** Notifies of a tab's tokens that are about to expire or have just expired, each once. Names none of them. */
export async function notifyOf(tab: Tabs.Tab, tokens: readonly string[], leadSeconds: number): Promise<void> {
  if (tab.id === undefined || tab.incognito || !browser.notifications) return;
  const turned = turnedAt(tokens, Date.now(), leadSeconds);
  if (turned.length === 0) return;
  const fresh = await notYetTold(turned);
  for (const state of ['expired', 'expiring'] as const) {
    const count = fresh.filter((each) => each.state === state).length;
    if (count > 0) await show(tab.id, state, count, originOf(tab.url ?? '') ?? tab.title ?? '');
  }
}

let last: Promise<unknown> = Promise.resolve();

/** One tab after the other, so that none overwrites what another has noted. */
function notYetTold(turned: readonly Turned[]): Promise<readonly Turned[]> {
  const next = last.then(() => noteTold(turned));
  last = next.catch(() => {});
  return next;
}

async function noteTold(turned: readonly Turned[]): Promise<readonly Turned[]> {
  const { session } = browser.storage;
  const told = ((await session.get(notifiedKey))[notifiedKey] as string[] | undefined) ?? [];
  const named = await Promise.all(
    turned.map(async (each) => ({ each, name: `${each.state} ${await refOf(each.token)}` })),
  );
  const fresh = named.filter(({ name }) => !told.includes(name));
  if (fresh.length > 0)
    await session.set({ [notifiedKey]: [...told, ...fresh.map(({ name }) => name)].slice(-MOST_REMEMBERED) });
  return fresh.map(({ each }) => each);
}

async function show(
  tabId: number,
  state: 'expired' | 'expiring',
  count: number,
  where: string,
): Promise<void> {
  await browser.notifications
    .create(`${state} ${tabId}`, {
      type: 'basic',
      iconUrl: browser.runtime.getURL('icons/128.png'),
      title: browser.i18n.getMessage(`notify_${state}`, String(count)),
      message: where,
    })
    .catch(() => {});
}

/** A click on a notification leads to its tab. To be called at the top level of the background. */
export function answerNotifications(): void {
  const listen = () => {
    browser.notifications?.onClicked.removeListener(lead);
    browser.notifications?.onClicked.addListener(lead);
  };
  browser.permissions.onAdded.addListener(listen);
  listen();
}

function lead(name: string): void {
  const tabId = Number(name.split(' ')[1]);
  void browser.tabs
    .update(tabId, { active: true })
    .then(({ windowId }) =>
      windowId === undefined ? undefined : browser.windows.update(windowId, { focused: true }),
    )
    .catch(() => {});
  void browser.notifications.clear(name);
}
