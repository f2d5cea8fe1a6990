import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { inSeconds, jwt, START_MS } from '../core/refusals/made';
import { sent } from '../core/traffic/facts';

type Listener = (...given: never[]) => void;
const { world } = vi.hoisted(() => ({
  world: {
    local: {} as Record<string, unknown>,
    session: {} as Record<string, unknown>,
    alarms: [] as number[],
    badges: new Map<number, string>(),
    titles: new Map<number, string>(),
    icons: new Map<number, string>(),
    notes: [] as { name: string; title: string; message: string }[],
    onAlarm: [] as Listener[],
  },
}));

vi.mock('webextension-polyfill', () => {
  const event = (list: Listener[] = []) => ({ addListener: (listener: Listener) => list.push(listener) });
  const area = (items: () => Record<string, unknown>) => ({
    get: async (key: string | null) => (key === null ? items() : { [key]: items()[key] }),
    set: async (more: object) => void Object.assign(items(), more),
    onChanged: event(),
  });
  return {
    default: {
      storage: { local: area(() => world.local), session: area(() => world.session) },
      tabs: {
        query: async () => [
          { id: 1, url: 'http://localhost:5000/' },
          { id: 2, url: 'http://localhost:8000/' },
        ],
        onActivated: event(),
        onUpdated: event(),
      },
      alarms: {
        create: async (_name: string, { when }: { when: number }) => void world.alarms.push(when),
        onAlarm: event(world.onAlarm),
      },
      action: {
        setBadgeText: async ({ tabId, text }: { tabId: number; text: string }) =>
          void world.badges.set(tabId, text),
        setTitle: async ({ tabId, title }: { tabId: number; title: string }) =>
          void world.titles.set(tabId, title),
        setIcon: async ({ tabId, path }: { tabId: number; path: Record<string, string> }) =>
          void world.icons.set(tabId, String(path[16])),
        setBadgeBackgroundColor: async () => {},
        setBadgeTextColor: async () => {},
      },
      i18n: { getMessage: (key: string, value: string) => `${key} ${value ?? ''}` },
      runtime: { getURL: (path: string) => path },
      notifications: {
        create: async (name: string, { title, message }: { title: string; message: string }) =>
          void world.notes.push({ name, title, message }),
      },
    },
  };
});

const { watchBadges } = await import('../../src/browser/watchBadges');
const { switchRecording } = await import('../../src/browser/recording');

const start = inSeconds(START_MS);
/** Expiring after 700 s, expired after 1,000. */
const token = jwt({ exp: start + 1000 });

/** Lets what is under way come to its end. */
const settle = async () => {
  for (let n = 0; n < 50; n++) await Promise.resolve();
  await vi.advanceTimersByTimeAsync(0);
  await new Promise((done) => setImmediate(done));
};

/** Lets even what the platform does beside JavaScript come to its end. */
const settleUntil = async (done: () => boolean) => {
  for (let n = 0; n < 500 && !done(); n++) await settle();
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  vi.setSystemTime(START_MS);
  Object.assign(world, { local: {}, session: {}, alarms: [], notes: [] });
  world.badges.clear();
  world.titles.clear();
  world.icons.clear();
  world.onAlarm.length = 0;
});
afterEach(() => vi.useRealTimers());

const wake = async () => {
  const badges = watchBadges();
  await settle();
  badges.add([sent(1, START_MS, token, { tabId: 1 })]);
  await settle();
  return badges;
};

describe('the badge', () => {
  test('turns at the right second while the background lives, and sets one alarm for the next turn', async () => {
    await wake();
    expect([...world.badges.values()]).toEqual(['', '']);
    expect(world.alarms.at(-1)).toBe(START_MS + 700_000);
    await vi.advanceTimersByTimeAsync(699_999);
    await settle();
    expect(world.badges.get(1)).toBe('');
    await vi.advanceTimersByTimeAsync(1);
    await settle();
    expect(world.badges.get(1)).toBe('!');
    expect(world.alarms.at(-1)).toBe(START_MS + 1_000_000);
    await vi.advanceTimersByTimeAsync(300_000);
    await settle();
    expect(world.badges.get(1)).toBe('✕');
    expect(world.titles.get(1)).toContain('badge_expired 1');
    expect(world.badges.get(2)).toBe('');
  });

  test('never asks for an alarm less than 30 s ahead', async () => {
    vi.setSystemTime(START_MS + 690_000);
    await wake();
    expect(world.alarms.at(-1)).toBe(START_MS + 720_000);
  });

  test('is set from the clock when the alarm wakes it after a sleep', async () => {
    await wake();
    vi.setSystemTime(START_MS + 5_000_000);
    for (const listener of world.onAlarm) listener();
    await settle();
    expect(world.badges.get(1)).toBe('✕');
  });

  test('tells of other tabs only where that is wanted', async () => {
    world.local.settings = { value: { flagOtherTabs: true } };
    vi.setSystemTime(START_MS + 2_000_000);
    await wake();
    expect(world.badges.get(1)).toBe('✕');
    expect(world.badges.get(2)).toBe('·✕');
    expect(world.titles.get(2)).toContain('badge_expired_elsewhere 1');
  });
});

describe('the icon', () => {
  test('tells of a tab alone that it is not recorded, beside what the badge tells, until it is again', async () => {
    vi.setSystemTime(START_MS + 2_000_000);
    const badges = await wake();
    expect([...world.icons.values()]).toEqual(['/icons/16.png', '/icons/16.png']);
    await switchRecording(1, false, Date.now());
    badges.show();
    await settleUntil(() => world.titles.get(1)?.includes('paused') === true);
    expect([...world.icons.values()]).toEqual(['/icons/paused-16.png', '/icons/16.png']);
    expect(world.titles.get(1)).toContain('coverage_paused');
    expect(world.titles.get(2)).not.toContain('coverage_paused');
    expect(world.badges.get(1)).toBe('✕');
    await switchRecording(1, true, Date.now());
    badges.show();
    await settleUntil(() => world.titles.get(1)?.includes('paused') === false);
    expect(world.icons.get(1)).toBe('/icons/16.png');
  });
});

describe('notifications', () => {
  test('are not made unless they are wanted', async () => {
    vi.setSystemTime(START_MS + 800_000);
    await wake();
    expect(world.notes).toEqual([]);
  });

  test('tell of each turn once, name the site and never the token, also by a background that was woken anew', async () => {
    world.local.settings = { value: { notify: true } };
    vi.setSystemTime(START_MS + 800_000);
    const badges = await wake();
    await settleUntil(() => world.notes.length > 0);
    await badges.rereadAfter(async () => {});
    await settle();
    expect(world.notes).toEqual([
      { name: 'expiring 1', title: 'notify_expiring 1', message: 'http://localhost:5000' },
    ]);
    await wake();
    expect(world.notes).toHaveLength(1);
    vi.setSystemTime(START_MS + 1_000_000);
    await wake();
    await settleUntil(() => world.notes.length > 1);
    expect(world.notes.map(({ name }) => name)).toEqual(['expiring 1', 'expired 1']);
  });
});
