import type { OpaqueKind } from './opaque';

/** A source of exchanges: two that listen, one that reads a page's storage when asked to, and files. */
export const feeds = ['webRequest', 'devtools', 'page', 'import'] as const;
export type Feed = (typeof feeds)[number];

/** The kinds of place where a token travels or lies, those of the request first. */
export const places = [
  'request-header',
  'request-cookie',
  'url-path',
  'url-query',
  'url-fragment',
  'request-body',
  'websocket-sent',
  'response-header',
  'set-cookie',
  'response-body',
  'websocket-received',
  'local-storage',
  'session-storage',
  'script-cookie',
] as const;

/**
 * Where a token travels or lies. `name` is the header's in lower case, the cookie's, the query parameter's, the form
 * field's, the storage key, or the path within a JSON text ($.data.access_token); empty where the place has no names.
 */
export interface Carrier {
  place: (typeof places)[number];
  name: string;
}

const sentPlaces: ReadonlySet<Carrier['place']> = new Set([
  'request-header',
  'request-cookie',
  'url-path',
  'url-query',
  'request-body',
  'websocket-sent',
]);

/** Whether the token went from the page to the server. What an address has behind its # stays in the browser. */
export const isSent = ({ place }: Carrier) => sentPlaces.has(place);

/**
 * One token seen at one carrier of one exchange. A header's value exactly as sent is before + token + after; of a
 * Set-Cookie header, `after` holds the cookie's attributes ("; Path=/; HttpOnly").
 */
export interface Capture {
  carrier: Carrier;
  /** What stands before the token in a header's value: "Bearer ", a quote, stray spaces, or nothing. */
  before: string;
  token: string;
  after: string;
  /** What OAuth calls it, where the text is no JOSE token: nobody but its issuer can read it. */
  opaque?: OpaqueKind | undefined;
}

/** One request and its response, as all feeds together saw it. Times are milliseconds since the epoch. */
export interface Exchange {
  /** Unique within the session log, stable between readings. */
  id: string;
  /** The browser's tab id; -1 where the browser names none (a page's service worker). */
  tabId: number;
  /** Origin of the page or worker that sent it, where the browser tells. */
  initiator?: string | undefined;
  method: string;
  url: string;
  /** The browser's resource type: main_frame, sub_frame, xmlhttprequest, ... */
  type?: string | undefined;
  startedMs: number;
  endedMs?: number | undefined;
  /** HTTP status; absent while no answer is known. */
  status?: number | undefined;
  /** The browser's word for why no answer came (net::ERR_..., NS_ERROR_...). */
  error?: string | undefined;
  /** What the answer's Date header says; whole seconds. */
  serverDateMs?: number | undefined;
  /** WWW-Authenticate values as received (RFC 9110 section 11.6.1). */
  challenges?: readonly string[] | undefined;
  /** The first 2,000 characters of the body of an answer with status 400 or above, where a feed has bodies. */
  refusal?: string | undefined;
  /** The Authorization value of a request in which no token was found: "Bearer null". */
  authorization?: string | undefined;
  /** Whether it belongs to a private window. */
  incognito?: boolean | undefined;
  feeds: readonly Feed[];
  /** False where several equal requests overlapped, so that which of them got this answer is only probable. */
  answerCertain: boolean;
  /** Those of the request first. None where a request without a token was answered 401 or 403. */
  captures: readonly Capture[];
}
