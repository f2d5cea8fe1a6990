import browser, { type Tabs } from 'webextension-polyfill';
import type { Fact } from '../core/traffic/fact';
import { flagsOf } from '../core/traffic/flags';
import { createLatest, type Latest } from '../core/traffic/latest';
import { originOf } from '../core/traffic/origin';
import { createLogReader } from '../core/traffic/reading';
import { badgeLook, showBadge } from './badge';
import { notifyOf } from './notifications';
import { readOverrides } from './override';
import { privateMark } from './privacy';
import { readSettings } from './readSettings';
import { isSwitchedOff } from './recording';
import { sessionStore } from './sessionStore';

const ALARM = 'turn';
/** A packed Chromium extension's alarm is never less than 30 s ahead. */
const ALARM_AHEAD_MS = 30_000;
/** setTimeout counts in 32 bits. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

export interface Badges {
  /** Takes facts as they are recorded. */
  add(facts: readonly Fact[]): void;
  /** Reads the log anew, after something was forgotten. */
  reread(): void;
  /** Shows what has changed of something else than the log. */
  show(): void;
}

/**
 * Keeps every tab's badge true, from the log and the clock. It turns at the right second while the background lives,
 * otherwise when the alarm wakes it. To be called at the top level of the background.
 */
export function watchBadges(): Badges {
  let latest: Promise<Latest> = readLatest();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let showing: Promise<void> | undefined;
  let again = false;
  const shown = new Map<number, string>();

  /** Shows a tab's badge where it changes, and tells when it is going to turn next. */
  const showTab = async (tab: Tabs.Tab): Promise<number | undefined> => {
    const { id, url } = tab;
    if (id === undefined) return undefined;
    const known = await latest;
    const tokens = known.of({ tabId: id, origin: originOf(url ?? ''), ...privateMark(tab) });
    const settings = await readSettings();
    const flagged = (texts: readonly string[]) => flagsOf(texts, Date.now(), settings.nearExpirySeconds);
    const flags = flagged(tokens);
    const others = settings.flagOtherTabs ? known.of().filter((text) => !tokens.includes(text)) : [];
    if (settings.notify) await notifyOf(tab, tokens, settings.nearExpirySeconds);
    const overridden = (await readOverrides()).on.some(({ tabId }) => tabId === id);
    const paused = await isSwitchedOff(id);
    const look = badgeLook({ ...flags, overridden, paused, elsewhere: flagged(others) });
    if (shown.get(id) !== look.title) await showBadge(id, look);
    shown.set(id, look.title);
    return flags.nextTurnMs;
  };

  const showTabs = async (): Promise<void> => {
    const turns = await Promise.all((await browser.tabs.query({})).map(showTab));
    const next = Math.min(...turns.map((turn) => turn ?? Number.POSITIVE_INFINITY));
    clearTimeout(timer);
    if (!Number.isFinite(next)) return;
    timer = setTimeout(show, Math.min(Math.max(0, next - Date.now()), LONGEST_TIMER_MS));
    await browser.alarms.create(ALARM, { when: Math.max(next, Date.now() + ALARM_AHEAD_MS) });
  };

  /** One round at a time; what changes meanwhile is shown by one more round. */
  const show = (): void => {
    again = showing !== undefined;
    showing ??= showTabs().finally(() => {
      showing = undefined;
      if (again) show();
    });
  };

  browser.alarms.onAlarm.addListener(show);
  browser.storage.local.onChanged.addListener(show);
  // After a sleep or a change of the clock, whoever looks sees what is true now.
  browser.tabs.onActivated.addListener(show);
  browser.tabs.onUpdated.addListener((tabId, { status }) => {
    if (status === undefined) return;
    // Navigation has cleared the badge.
    shown.delete(tabId);
    show();
  });
  show();

  return {
    add(facts) {
      const requests = facts.flatMap((fact) =>
        fact.kind === 'sent' ? [{ ...fact, startedMs: fact.atMs }] : [],
      );
      if (requests.length === 0) return;
      // Most requests carry the token that the one before carried: there is nothing new to show.
      void latest.then((known) => known.add(requests) && show());
    },
    reread() {
      latest = readLatest();
      show();
    },
    show,
  };
}

async function readLatest(): Promise<Latest> {
  const reader = createLogReader();
  reader.take(await sessionStore.get(null));
  const latest = createLatest();
  latest.add(reader.exchanges());
  return latest;
}
