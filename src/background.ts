import { answerCommands } from './browser/commands';
import { forgetCookies, noteCookies } from './browser/cookieNotes';
import { type ForgetTab, forgetInTime, leftPage } from './browser/forgetting';
import { openFullTab } from './browser/fullTab';
import { tellHosts } from './browser/hosts';
import { offerInspection } from './browser/menus';
import { noteUpdates } from './browser/news';
import { answerNotifications } from './browser/notifications';
import { watchOverrides } from './browser/override';
import { forgetNotes } from './browser/overrideWatch';
import { marked, watchPrivateWindows } from './browser/privateWindows';
import { isRecorded, leaveOutPast, recordable, switchRecording } from './browser/recording';
import { noteAlive, noteRestart } from './browser/restarts';
import { keepSealed } from './browser/sealing';
import { forgetSeen, noteSeen } from './browser/seenKeys';
import { sessionStore } from './browser/sessionStore';
import { answerShortcuts } from './browser/shortcuts';
import { holdUpdates } from './browser/updates';
import { noNote } from './browser/usedTokens';
import { watchBadges } from './browser/watchBadges';
import { watchRequests } from './browser/webRequestFeed';
import type { Fact } from './core/traffic/fact';
import { gathered } from './core/traffic/gathering';
import { belongsTo, type Page } from './core/traffic/page';
import { createLogWriter } from './core/traffic/writer';

const writer = createLogWriter(sessionStore);
const badges = watchBadges();
const overrides = watchOverrides(badges.show);

/** Changes the log otherwise than by adding: who is woken before it is done reads it anew. */
const change = (how: () => Promise<void>) =>
  badges.rereadAfter(async () => {
    await writer.append([], noNote);
    await how();
  });

const forget = async (page: Page | undefined, untilMs: number) => {
  await leaveOutPast(page?.tabId, untilMs);
  await change(() => writer.forget((sent) => sent.atMs <= untilMs && (!page || belongsTo(sent, page))));
};
const forgetTab: ForgetTab = (tabId, untilMs) => forget({ tabId }, untilMs);

/** While traffic is heavy, what is seen is stored so much later at most. */
const REST_MS = 50;
const rest = () => new Promise<void>((done) => setTimeout(done, REST_MS));

const recordSeen = async (facts: readonly Fact[]) => {
  void noteAlive();
  const wanted = await recordable(facts);
  // What could not be stored is counted by the log as dropped.
  await writer.append(wanted, await badges.add(wanted));
};
watchRequests(gathered(recordSeen, rest), noteCookies);

answerCommands({
  async record({ source, facts }) {
    const wanted = await recordable(await marked(facts));
    await writer.record(source, wanted, await badges.add(wanted));
  },
  async forget({ page, untilMs }) {
    await forget(page, untilMs);
    await forgetCookies(page?.tabId);
    await forgetNotes();
    await forgetSeen(page?.tabId);
  },
  leftPage: ({ tabId, atMs }) => leftPage(forgetTab, tabId, atMs),
  restore: ({ facts }) => change(() => writer.append(facts)),
  async noteKeys(seen) {
    if (await isRecorded(seen)) await noteSeen(seen);
  },
  async setRecording({ tabId, on, fromMs }) {
    await switchRecording(tabId, on, fromMs);
    badges.show();
  },
  openFullTab,
  override: overrides.start,
  stopOverride: ({ tabId }) => overrides.stop(tabId),
});

forgetInTime(forgetTab);
watchPrivateWindows(() => change(() => writer.forget(({ incognito }) => incognito === true)));
tellHosts();
void noteRestart();
holdUpdates();
noteUpdates();
keepSealed();
offerInspection();
answerShortcuts();
answerNotifications();
