import browser, { type Tabs } from 'webextension-polyfill';
import type { Fact } from '../core/traffic/fact';
import { flagsOf } from '../core/traffic/flags';
import type { Items } from '../core/traffic/logItems';
import { originOf } from '../core/traffic/origin';
import { badgeLook, showBadge } from './badge';
import { notifyOf } from './notifications';
import { readOverrides } from './override';
import { privateMark } from './privacy';
import { readSettings } from './readSettings';
import { isSwitchedOff } from './recording';
import { createUsedTokens } from './usedTokens';

const ALARM = 'turn';
/** A packed Chromium extension's alarm is never less than 30 s ahead. */
const ALARM_AHEAD_MS = 30_000;
/** setTimeout counts in 32 bits. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

export interface Badges {
  /** Takes facts that are to be recorded; gives what is to be written beside them. */
  add(facts: readonly Fact[]): Promise<Items>;
  /** Changes the log otherwise than by adding, and reads it anew. */
  rereadAfter(change: () => Promise<void>): Promise<void>;
  /** Shows what has changed of something else than the log. */
  show(): void;
}

/**
 * Keeps every tab's badge true, from the log and the clock. It turns at the right second while the background lives,
 * otherwise when the alarm wakes it. To be called at the top level of the background.
 */
export function watchBadges(): Badges {
  const used = createUsedTokens();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let showing: Promise<void> | undefined;
  let again = false;
  const shown = new Map<number, string>();

  /** Shows a tab's badge where it changes, and tells when it is going to turn next. */
  const showTab = async (tab: Tabs.Tab): Promise<number | undefined> => {
    const { id, url } = tab;
    if (id === undefined) return undefined;
    const known = await used.known();
    const tokens = known.of({ tabId: id, origin: originOf(url ?? ''), ...privateMark(tab) });
    const settings = await readSettings();
    const flagged = (texts: readonly string[]) => flagsOf(texts, Date.now(), settings.nearExpirySeconds);
    const flags = flagged(tokens);
    const others = settings.flagOtherTabs ? known.of().filter((text) => !tokens.includes(text)) : [];
    if (settings.notify) await notifyOf(tab, tokens, settings.nearExpirySeconds);
    const overridden = (await readOverrides()).on.some(({ tabId }) => tabId === id);
    const paused = await isSwitchedOff(id);
    const look = badgeLook({ ...flags, overridden, paused, elsewhere: flagged(others) });
    const isNew = shown.get(id) !== look.title;
    // Before it is shown: a navigation meanwhile clears it, and forgets it here.
    shown.set(id, look.title);
    if (isNew) await showBadge(id, look);
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
    async add(facts) {
      const requests = facts.flatMap((fact) =>
        fact.kind === 'sent' ? [{ ...fact, startedMs: fact.atMs }] : [],
      );
      if (requests.length === 0) return {};
      const note = await used.add(requests);
      // Most requests carry the token that the one before carried: there is nothing new to show.
      if (note) show();
      return note ?? {};
    },
    rereadAfter: (change) => used.rereadAfter(change).finally(show),
    show,
  };
}
