import browser from 'webextension-polyfill';
import { defaultSettings, type Settings } from '../core/settings';

/** The settings as they are now. */
export async function readSettings(): Promise<Settings> {
  const { settings } = await browser.storage.local.get('settings');
  return { ...defaultSettings, ...(settings as { value?: Partial<Settings> } | undefined)?.value };
}
