import browser from 'webextension-polyfill';
import type { LogStore } from '../core/traffic/writer';

/** The session log's store: storage.session, in memory only. @types lack getBytesInUse and getKeys for it. */
const area = browser.storage.session as typeof browser.storage.session & {
  getBytesInUse(): Promise<number>;
  /** Firefox has it from 143 on. */
  getKeys?(): Promise<string[]>;
};

export const sessionStore: LogStore = {
  get: (keys) => area.get(keys),
  set: (items) => area.set(items),
  remove: (keys) => area.remove(keys),
  bytesInUse: () => area.getBytesInUse(),
  keys: async () => (await area.getKeys?.()) ?? [],
};
