import { beforeEach, expect, test, vi } from 'vitest';
import { noteUpdates } from '../../src/browser/news';

type Installed = { reason: string; previousVersion?: string };
const { world } = vi.hoisted(() => ({
  world: { local: {} as Record<string, unknown>, installed: [] as ((details: unknown) => void)[] },
}));

vi.mock('webextension-polyfill', () => ({
  default: {
    runtime: {
      getManifest: () => ({ version: '1.2.0' }),
      onInstalled: { addListener: (listener: (details: unknown) => void) => world.installed.push(listener) },
    },
    storage: { local: { set: async (items: object) => void Object.assign(world.local, items) } },
  },
}));

beforeEach(() => {
  world.local = {};
  world.installed = [];
  noteUpdates();
});

// what the browser says -> what is kept for the next window
test.each<[Installed, unknown]>([
  [{ reason: 'update', previousVersion: '1.1.0' }, { version: '1.2.0' }],
  [{ reason: 'update', previousVersion: '1.2.0' }, undefined],
  [{ reason: 'install' }, undefined],
  [{ reason: 'browser_update' }, undefined],
])('%j', (details, news) => {
  for (const tell of world.installed) tell(details);
  expect((world.local.news as { value?: unknown } | undefined)?.value).toEqual(news);
});
