import { isTold, refusalIn, tokenlessAuthorization, toldByHeaders } from './answer';
import { inBody } from './bodies';
import { type Header, inRequestHeaders, inResponseHeaders, inUrl } from './carriers';
import type { Capture, Carrier } from './exchange';
import type { Fact } from './fact';

/** What is read of a HAR 1.2 entry (section "entries"), with the fields that browsers add. */
export interface HarEntry {
  /** ISO 8601. */
  startedDateTime: string;
  /** Milliseconds. */
  time: number;
  request: {
    method: string;
    url: string;
    headers: readonly Header[];
    postData?: { mimeType?: string; text?: string };
  };
  response: {
    status: number;
    headers?: readonly Header[];
    content?: { mimeType?: string; size?: number; text?: string; encoding?: string };
    _error?: string | null;
  };
  /** Chromium's: milliseconds that the request waited before it was handed to the network; -1: unknown. */
  timings?: { _blocked_queueing?: number };
  _resourceType?: string;
  /** Chromium's; `data` of a binary message (opcode 2) is base64. */
  _webSocketMessages?: readonly { type: string; opcode?: number; data: string }[];
}

/** Who observed an entry, and under which running number. */
export interface Observer {
  source: string;
  n: number;
  tabId: number;
  /** Whether another feed may tell of the same request: what starts it there is that it leaves its queue. */
  live?: boolean;
  /** Characters of the longest answer's body that is read; absent: as of all. */
  longest?: number;
}

/** The facts of a HAR entry, or none where it tells of no token. `body` is the response's, where it was read. */
export function factsOf(
  entry: HarEntry,
  { source, n, tabId, live, longest }: Observer,
  body?: string,
): Fact[] {
  const { request, response } = entry;
  const { text = '', mimeType } = request.postData ?? {};
  // HAR writes 0 where no answer came.
  const status = response.status > 0 ? response.status : undefined;
  const headers = response.headers ?? [];
  const went = [
    ...inRequestHeaders(request.headers),
    ...inUrl(request.url),
    ...inBody('request-body', text, mimeType),
    ...inMessages('websocket-sent', 'send', entry),
  ];
  const came = [
    ...inResponseHeaders(headers),
    ...inBody('response-body', body ?? '', response.content?.mimeType, longest),
    ...inMessages('websocket-received', 'receive', entry),
  ];
  if (!isTold([...went, ...came], status)) return [];
  const startedMs = Math.round(Date.parse(entry.startedDateTime));
  const queuedMs = live ? Math.max(0, Math.round(entry.timings?._blocked_queueing ?? 0)) : 0;
  return [
    {
      kind: 'sent',
      feed: 'devtools',
      source,
      n,
      tabId,
      method: request.method,
      url: withoutFragment(request.url),
      type: entry._resourceType,
      atMs: startedMs + queuedMs,
      authorization: tokenlessAuthorization(request.headers, went),
      captures: went,
    },
    {
      kind: 'answered',
      source,
      n,
      atMs: startedMs + Math.max(queuedMs, Math.round(entry.time)),
      status,
      error: status === undefined ? (response._error ?? '') : undefined,
      ...toldByHeaders(headers),
      ...refusalIn(status, body),
      captures: came,
    },
  ];
}

/** The tokens in what went one way over a WebSocket. */
function inMessages(place: Carrier['place'], type: string, entry: HarEntry): Capture[] {
  const messages = entry._webSocketMessages ?? [];
  return messages.filter((message) => message.type === type).flatMap(({ data }) => inBody(place, data));
}

/** A fragment is never sent; webRequest leaves it out, HAR exporters differ. */
export function withoutFragment(url: string): string {
  const hash = url.indexOf('#');
  return hash < 0 ? url : url.slice(0, hash);
}
