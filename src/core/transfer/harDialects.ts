import type { Header } from '../traffic/carriers';
import type { HarEntry } from '../traffic/har';
import { bytesOf, decodedText } from './harBodies';
import { isObject, type Loose, listIn, numberIn, objectIn, textIn } from './loose';

/** Why an entry cannot be read, and the member at fault. */
export interface EntryFault {
  code: 'not-an-object' | 'missing';
  member: string;
}

/** An entry as HAR 1.2 would have it, out of what the exporters write. `started` is absent where no time is told. */
export interface ReadEntry {
  entry: HarEntry;
  /** The response's body, where it is text. */
  body: string | undefined;
  started: string | undefined;
}

/** Reads an entry of any dialect: members may be missing, numbers may be texts, lists may be objects. */
export function readEntry(value: unknown): ReadEntry | EntryFault {
  if (!isObject(value) || Array.isArray(value)) return { code: 'not-an-object', member: '' };
  const request = objectIn(value, 'request');
  const url = textIn(request, 'url');
  if (!isObject(value.request)) return { code: 'missing', member: 'request' };
  if (!url) return { code: 'missing', member: 'request.url' };
  const response = objectIn(value, 'response');
  const headers = responseHeaders(response);
  const started = startOf(value, headers);
  const content = objectIn(response, 'content');
  const mimeType = textIn(content, 'mimeType') ?? headerValue(headers, 'content-type');
  return {
    started,
    body: decodedText(content, mimeType),
    entry: {
      startedDateTime: started ?? '',
      time: numberIn(value, 'time') ?? 0,
      request: {
        method: textIn(request, 'method') ?? 'GET',
        url: withQuery(url, request),
        headers: requestHeaders(request),
        postData: postData(request),
      },
      response: {
        status: Math.trunc(numberIn(response, 'status') ?? 0),
        headers,
        content: { ...(mimeType && { mimeType }) },
        _error: textIn(response, '_error') ?? null,
      },
      ...optional('_resourceType', textIn(value, '_resourceType')),
      _webSocketMessages: messages(value),
    },
  };
}

const optional = <Name extends string>(name: Name, value: string | undefined) =>
  (value === undefined ? {} : { [name]: value }) as { [Key in Name]?: string };

/** When it started: as the entry says, else as the server's clock said; undefined where neither tells. */
function startOf(entry: Loose, headers: readonly Header[]): string | undefined {
  const told = textIn(entry, 'startedDateTime');
  return isTime(told) ? told : [headerValue(headers, 'date')].find(isTime);
}

const isTime = (text: string | undefined): text is string => !Number.isNaN(Date.parse(text ?? ''));

/** Lists of {name, value} are what HAR has; some write lists of pairs, or one object. */
function pairsIn(value: Loose, name: string): Header[] {
  const member = value[name];
  if (!isObject(member)) return [];
  if (Array.isArray(member) && member.every(isPair)) return member;
  if (!Array.isArray(member)) return Object.entries(member).flatMap(([key, each]) => pair(key, each));
  return member.flatMap((each) => {
    if (Array.isArray(each)) return pair(String(each[0]), each[1]);
    return isObject(each) ? pair(textIn(each, 'name') ?? '', textIn(each, 'value')) : [];
  });
}

/** As nearly all write them; these are taken as they are. */
const isPair = (value: unknown): value is Header =>
  isObject(value) && typeof value.name === 'string' && typeof value.value === 'string';

const pair = (name: string, value: unknown): Header[] =>
  [value].flat().flatMap((each) => (typeof each === 'string' ? { name, value: each } : []));

const headerValue = (headers: readonly Header[], wanted: string) =>
  headers.find(({ name }) => name.toLowerCase() === wanted)?.value;

/** With the cookies that stand in a list of their own and in no header. */
function requestHeaders(request: Loose): Header[] {
  const headers = pairsIn(request, 'headers');
  const cookies = pairsIn(request, 'cookies');
  if (cookies.length === 0) return headers;
  const sent = headers.filter(({ name }) => name.toLowerCase() === 'cookie').map(({ value }) => value);
  const known = new Set(sent.flatMap((value = '') => value.split(';').map(cookieName)));
  const more = cookies.filter(({ name }) => !known.has(name));
  return more.length === 0 ? headers : [...headers, { name: 'cookie', value: more.map(asPair).join('; ') }];
}

/** With the cookies, and the address to go to, that stand beside the headers and not among them. */
function responseHeaders(response: Loose): Header[] {
  const headers = pairsIn(response, 'headers');
  const set = headers.filter(({ name }) => name.toLowerCase() === 'set-cookie').map(({ value }) => value);
  const known = new Set(set.flatMap((value = '') => value.split('\n').map(cookieName)));
  const more = pairsIn(response, 'cookies').filter(({ name }) => !known.has(name));
  const location =
    headerValue(headers, 'location') === undefined ? textIn(response, 'redirectURL') : undefined;
  return [
    ...headers,
    ...more.map((cookie) => ({ name: 'set-cookie', value: asPair(cookie) })),
    ...(location ? [{ name: 'location', value: location }] : []),
  ];
}

const cookieName = (text: string) => text.split('=', 1)[0]?.trim() ?? '';
const asPair = ({ name, value }: Header) => `${name}=${value}`;

/** Some keep the query beside an address that lacks it. */
function withQuery(url: string, request: Loose): string {
  const query = url.includes('?') ? [] : pairsIn(request, 'queryString');
  if (query.length === 0) return url;
  const [address = '', ...fragment] = url.split('#');
  return [`${address}?${query.map(asEncodedPair).join('&')}`, ...fragment].join('#');
}

const asEncodedPair = ({ name, value = '' }: Header) =>
  `${encodeURIComponent(name)}=${encodeURIComponent(value)}`;

/** The text as it was sent, else made from the fields. */
function postData(request: Loose): { mimeType?: string; text?: string } {
  const data = objectIn(request, 'postData');
  const text = textIn(data, 'text');
  const mimeType = textIn(data, 'mimeType');
  if (text) return { text, ...(mimeType && { mimeType }) };
  const params = pairsIn(data, 'params');
  if (params.length === 0) return {};
  return { text: params.map(asEncodedPair).join('&'), mimeType: 'application/x-www-form-urlencoded' };
}

function messages(entry: Loose): NonNullable<HarEntry['_webSocketMessages']> {
  return listIn(entry, '_webSocketMessages').flatMap((message) => {
    const data = isObject(message) ? textIn(message, 'data') : undefined;
    if (!isObject(message) || data === undefined) return [];
    const isBinary = numberIn(message, 'opcode') === 2;
    return { type: textIn(message, 'type') ?? '', data: isBinary ? (bytesOf(data) ?? '') : data };
  });
}
