import { answerCommands } from './browser/commands';
import { forgetCookies, noteCookies } from './browser/cookieNotes';
import { openFullTab } from './browser/fullTab';
import { tellHosts } from './browser/hosts';
import { offerInspection } from './browser/menus';
import { answerNotifications } from './browser/notifications';
import { watchOverrides } from './browser/override';
import { isRecorded, leaveOutPast, recordable, switchRecording } from './browser/recording';
import { noteRestart } from './browser/restarts';
import { keepSealed } from './browser/sealing';
import { forgetSeen, noteSeen } from './browser/seenKeys';
import { sessionStore } from './browser/sessionStore';
import { answerShortcuts } from './browser/shortcuts';
import { holdUpdates } from './browser/updates';
import { watchBadges } from './browser/watchBadges';
import { watchRequests } from './browser/webRequestFeed';
import type { Fact } from './core/traffic/fact';
import { belongsTo } from './core/traffic/latest';
import { createLogWriter } from './core/traffic/writer';

const writer = createLogWriter(sessionStore);
const badges = watchBadges();
const overrides = watchOverrides(badges.reread);

watchRequests(async (facts: Fact[]) => {
  const wanted = await recordable(facts);
  badges.add(wanted);
  // What could not be stored is counted by the log as dropped.
  await writer.append(wanted).catch(() => {});
}, noteCookies);

answerCommands({
  async record({ source, facts }) {
    const wanted = await recordable(facts);
    badges.add(wanted);
    await writer.record(source, wanted);
  },
  async forget({ page, untilMs }) {
    await leaveOutPast(page?.tabId, untilMs);
    await writer.forget((sent) => sent.atMs <= untilMs && (!page || belongsTo(sent, page)));
    await forgetCookies();
    await forgetSeen(page?.tabId);
    badges.reread();
  },
  async restore({ facts }) {
    await writer.append(facts);
    badges.reread();
  },
  async noteKeys(seen) {
    if (await isRecorded(seen)) await noteSeen(seen);
  },
  setRecording: ({ tabId, on, fromMs }) => switchRecording(tabId, on, fromMs),
  openFullTab,
  override: overrides.start,
  stopOverride: ({ tabId }) => overrides.stop(tabId),
});

tellHosts();
void noteRestart();
holdUpdates();
keepSealed();
offerInspection();
answerShortcuts();
answerNotifications();
