/** A source of exchanges. */
export type Feed = 'webRequest' | 'devtools';

/** The kinds of place in an exchange where a token travels, those of the request first. */
export const places = [
  'request-header',
  'request-cookie',
  'url-path',
  'url-query',
  'request-body',
  'response-header',
  'set-cookie',
  'response-body',
] as const;

/**
 * Where in an exchange a token travels. `name` is the header's in lower case, the cookie's, the query parameter's, the
 * form field's, or the path within a JSON body ($.data.access_token); empty where the place has no names.
 */
export interface Carrier {
  place: (typeof places)[number];
  name: string;
}

/** Whether the token went from the page to the server. */
export const isSent = ({ place }: Carrier) => places.indexOf(place) < places.indexOf('response-header');

/** One token seen at one carrier of one exchange. A header's value exactly as sent is before + token + after. */
export interface Capture {
  carrier: Carrier;
  /** What stands before the token in a header's value: "Bearer ", a quote, stray spaces, or nothing. */
  before: string;
  token: string;
  after: string;
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
  feeds: readonly Feed[];
  /** False where several equal requests overlapped, so that which of them got this answer is only probable. */
  answerCertain: boolean;
  /** Those of the request first. */
  captures: readonly Capture[];
}
