import browser from 'webextension-polyfill';
import { originOf } from '../core/traffic/origin';

/** Where the Cookie headers are kept, in session memory, as the tokens in them are. */
const cookiesKey = 'cookies';
/** The oldest is forgotten first. */
const MOST_NOTES = 20;

type Notes = Record<string, string>;

interface Sent {
  tabId: number;
  url: string;
  requestHeaders?: readonly { name: string; value?: string | undefined }[] | undefined;
}

let notes: Promise<Notes> | undefined;

const known = () => {
  notes ??= browser.storage.session.get(cookiesKey).then((stored) => (stored[cookiesKey] ?? {}) as Notes);
  return notes;
};
const nameOf = (tabId: number, origin: string) => `${tabId} ${origin}`;

/** A request's Cookie header; empty where it has none. */
export const cookieHeaderOf = ({ requestHeaders = [] }: Sent): string =>
  requestHeaders.find(({ name }) => name.toLowerCase() === 'cookie')?.value ?? '';

/** Keeps the Cookie header of a request whose cookies hold a token, so that one of them can be replaced. */
export async function noteCookies(sent: Sent): Promise<void> {
  const name = nameOf(sent.tabId, originOf(sent.url) ?? '');
  const header = cookieHeaderOf(sent);
  const { [name]: before, ...others } = await known();
  if (before === header) return;
  const next = Object.fromEntries([...Object.entries(others).slice(1 - MOST_NOTES), [name, header]]);
  notes = Promise.resolve(next);
  await browser.storage.session.set({ [cookiesKey]: next });
}

/** The Cookie header that a tab last sent to an origin, where it held a token. */
export async function lastCookies(tabId: number, origin: string): Promise<string | undefined> {
  return (await known())[nameOf(tabId, origin)];
}

/** Forgets those of a tab, or without one all. */
export async function forgetCookies(tabId?: number): Promise<void> {
  const before = await known();
  const left = Object.entries(before).filter(
    ([name]) => tabId !== undefined && !name.startsWith(`${tabId} `),
  );
  if (left.length === Object.keys(before).length) return;
  notes = Promise.resolve(Object.fromEntries(left));
  await browser.storage.session.set({ [cookiesKey]: await notes });
}
