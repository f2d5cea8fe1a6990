import { inPart } from './bodies';
import { inUrl } from './carriers';
import type { Capture, Carrier } from './exchange';
import type { Fact } from './fact';
import type { Observer } from './har';

/** What a page's storage was found to hold. The page itself may have made it up: nothing of it is taken on trust. */
export interface PageStorage {
  /** The page's address, without its fragment. */
  url: string;
  captures: readonly Capture[];
  /** Whether there was more than is read. */
  cutOff: boolean;
}

/** What is read at most: entries of each storage, and characters of a value. The expression that reads has the same. */
export const storageBounds = { entries: 1_000, characters: 200_000 } as const;

type Entry = readonly [key: string, value: string];

const storages: readonly (readonly [member: string, place: Carrier['place']])[] = [
  ['local', 'local-storage'],
  ['session', 'session-storage'],
];

/** Reads the answer of the inspected page; undefined where it has not the shape that was asked for. */
export function readPageStorage(answer: unknown): PageStorage | undefined {
  if (typeof answer !== 'object' || answer === null) return undefined;
  const { href, cookie, cutOff, ...members } = answer as Record<string, unknown>;
  if (typeof href !== 'string' || !/^https?:\/\/[^/]/.test(href)) return undefined;
  const [url = '', fragment = ''] = href.slice(0, storageBounds.characters).split(/#(.*)/s);
  const stored = storages.flatMap(([member, place]) =>
    entriesIn(members[member]).flatMap(([key, value]) => inPart(place, key, value)),
  );
  const inFragment = fragment === '' ? [] : inUrl(`${url}#${fragment}`);
  const captures = [
    ...inFragment.filter(({ carrier }) => carrier.place === 'url-fragment'),
    ...stored,
    ...cookiesIn(cookie),
  ];
  return { url, captures, cutOff: cutOff === true };
}

/** The fact that a page's storage held tokens at a moment (milliseconds since the epoch); none where it held none. */
export function storageFacts({ url, captures }: PageStorage, observer: Observer, atMs: number): Fact[] {
  if (captures.length === 0) return [];
  return [{ kind: 'sent', feed: 'page', ...observer, method: '', url, type: 'page_storage', atMs, captures }];
}

function entriesIn(list: unknown): Entry[] {
  if (!Array.isArray(list)) return [];
  return list.slice(0, storageBounds.entries).filter(isEntry);
}

function isEntry(value: unknown): value is Entry {
  return (
    Array.isArray(value) &&
    value.length === 2 &&
    value.every((text) => typeof text === 'string' && text.length <= storageBounds.characters)
  );
}

/** document.cookie: a=1; b=2. */
function cookiesIn(text: unknown): Capture[] {
  if (typeof text !== 'string' || text.length > storageBounds.characters) return [];
  return text.split(';').flatMap((pair) => {
    const [, name = '', value = ''] = /^\s*([^=]*)=(.*)$/s.exec(pair) ?? [];
    return inPart('script-cookie', name, value);
  });
}
