import { afterEach, expect, test, vi } from 'vitest';

type Changes = Record<string, { newValue?: unknown }>;

/** A browser whose session memory holds `items`; `change` tells those who follow it. */
function stubBrowser(items: Promise<Record<string, unknown>>) {
  const listeners = new Set<(changes: Changes) => void>();
  const onChanged = {
    addListener: (listener: (changes: Changes) => void) => listeners.add(listener),
    removeListener: (listener: (changes: Changes) => void) => listeners.delete(listener),
  };
  const asked: object[] = [];
  vi.stubGlobal('browser', undefined);
  vi.stubGlobal('chrome', {
    storage: { session: { get: () => items, onChanged } },
    tabs: {
      query: async (wanted: object) => {
        asked.push(wanted);
        return [{ id: 7 }];
      },
    },
  });
  return {
    asked,
    listeners,
    change: (changes: Changes) => {
      for (const listener of listeners) listener(changes);
    },
  };
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

test('asks for the tab and for session memory as it is loaded, and tells what changed until it is asked', async () => {
  let answer = (_items: Record<string, unknown>) => {};
  const browser = stubBrowser(new Promise((given) => (answer = given)));
  const { itemsAhead, tabAhead } = await import('../../src/browser/ahead');
  expect(browser.asked).toEqual([{ active: true, currentWindow: true }]);
  expect(await tabAhead).toEqual([{ id: 7 }]);

  browser.change({ log: { newValue: 'first' }, draft: {} });
  answer({ log: 'before', draft: 'written', keyring: 'kept' });
  browser.change({ log: { newValue: 'second' } });
  expect(await itemsAhead()).toEqual({ log: 'second', draft: undefined, keyring: 'kept' });
});

test('leaves what changes from then on to who follows it', async () => {
  const browser = stubBrowser(Promise.resolve({ log: 'before' }));
  const { itemsAhead } = await import('../../src/browser/ahead');
  const items = itemsAhead();
  expect(browser.listeners.size).toBe(0);
  browser.change({ log: { newValue: 'later' } });
  expect(await items).toEqual({ log: 'before' });
});
