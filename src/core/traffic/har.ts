import { inBody } from './bodies';
import { type Header, inRequestHeaders, inResponseHeaders, inUrl } from './carriers';
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
    content?: { mimeType?: string; size?: number; text?: string };
    _error?: string | null;
  };
  _resourceType?: string;
}

/** Who observed an entry, and under which running number. */
export interface Observer {
  source: string;
  n: number;
  tabId: number;
}

/** The facts of a HAR entry, or none when it carries no token. `body` is the response's, where it was read. */
export function factsOf(entry: HarEntry, { source, n, tabId }: Observer, body?: string): Fact[] {
  const { request, response } = entry;
  const url = withoutFragment(request.url);
  const { text = '', mimeType } = request.postData ?? {};
  const went = [
    ...inRequestHeaders(request.headers),
    ...inUrl(url),
    ...inBody('request-body', text, mimeType),
  ];
  const came = [
    ...inResponseHeaders(response.headers ?? []),
    ...inBody('response-body', body ?? '', response.content?.mimeType),
  ];
  if (went.length + came.length === 0) return [];
  const startedMs = Math.round(Date.parse(entry.startedDateTime));
  return [
    {
      kind: 'sent',
      feed: 'devtools',
      source,
      n,
      tabId,
      method: request.method,
      url,
      type: entry._resourceType,
      atMs: startedMs,
      captures: went,
    },
    {
      kind: 'answered',
      source,
      n,
      atMs: startedMs + Math.max(0, Math.round(entry.time)),
      // HAR writes 0 where no answer came.
      status: response.status > 0 ? response.status : undefined,
      error: response.status > 0 ? undefined : (response._error ?? ''),
      captures: came,
    },
  ];
}

/** A fragment is never sent; webRequest leaves it out, HAR exporters differ. */
export function withoutFragment(url: string): string {
  const hash = url.indexOf('#');
  return hash < 0 ? url : url.slice(0, hash);
}
