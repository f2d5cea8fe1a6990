import browser, { type WebRequest } from 'webextension-polyfill';
import { isTold, tokenlessAuthorization, toldByHeaders } from '../core/traffic/answer';
import { inBody, inPart } from '../core/traffic/bodies';
import { inRequestHeaders, inResponseHeaders, inUrl } from '../core/traffic/carriers';
import type { Capture } from '../core/traffic/exchange';
import type { Fact, Sent } from '../core/traffic/fact';
import { withoutFragment } from '../core/traffic/har';
import { originOf } from '../core/traffic/origin';
import { bodyText, formFields } from './requestBody';
import { listen, listenAnewOnGrants } from './requestEvents';

type Request = Pick<
  WebRequest.OnSendHeadersDetailsType,
  'requestId' | 'tabId' | 'method' | 'url' | 'originUrl' | 'type' | 'timeStamp' | 'incognito'
> & { initiator?: string; requestHeaders?: WebRequest.HttpHeaders | undefined };
type Answer = Request & { statusCode?: number; error?: string; responseHeaders?: WebRequest.HttpHeaders };

/**
 * Follows the requests of all allowed hosts. To be called at the top level of the background, so that an event can
 * wake it. `onSendHeaders` shows what really goes out: a header rule has been applied by then.
 */
export function watchRequests(
  onFacts: (facts: Fact[]) => unknown,
  onTokenInCookie: (sent: WebRequest.OnSendHeadersDetailsType) => unknown,
): void {
  /** Requests whose own part carries no token: only an answer with one, or one that refuses, makes them worth telling. */
  const tokenless = new Map<string, Fact>();
  const bodies = new Map<string, Capture[]>();

  const onBody = ({ requestId, requestBody }: WebRequest.OnBeforeRequestDetailsType): void => {
    if (!requestBody) return;
    const captures = [
      ...formFields(requestBody).flatMap(([name, value]) => inPart('request-body', name, value)),
      ...inBody('request-body', bodyText(requestBody)),
    ];
    if (captures.length > 0) bodies.set(requestId, captures);
  };

  const onSent = (details: WebRequest.OnSendHeadersDetailsType): void => {
    const { requestId, requestHeaders = [], url } = details;
    const captures = [...inRequestHeaders(requestHeaders), ...inUrl(url), ...(bodies.get(requestId) ?? [])];
    bodies.delete(requestId);
    if (captures.some(({ carrier }) => carrier.place === 'request-cookie')) onTokenInCookie(details);
    const sent = sentBy(details, captures);
    if (captures.length === 0) tokenless.set(requestId, sent);
    else {
      tokenless.delete(requestId);
      onFacts([sent]);
    }
  };

  const onAnswered = (details: Answer): void => {
    const captures = inResponseHeaders(details.responseHeaders ?? []);
    const sent = tokenless.get(details.requestId);
    const isWorthTelling = isTold(captures, details.statusCode);
    if (sent && !isWorthTelling) return;
    const fact = answerOf(details, captures);
    // Of a request that went out before the background was restarted, nobody knows whether it was told.
    const request = sent ?? { ...sentBy(details, []), onlyIfUnknown: true };
    onFacts(isWorthTelling ? [request, fact] : [fact]);
  };
  const onLast = (details: Answer): void => {
    onAnswered(details);
    tokenless.delete(details.requestId);
    bodies.delete(details.requestId);
  };

  const events = browser.webRequest;
  const answers = (options: string) => ({ wants: ['responseHeaders', ...extra(options)] });
  listenAnewOnGrants([
    listen(events.onBeforeRequest, onBody, { wants: ['requestBody'], types: withBodies() }),
    listen(events.onSendHeaders, onSent, { wants: ['requestHeaders', ...extra('OnSendHeadersOptions')] }),
    listen(events.onBeforeRedirect, onAnswered, answers('OnBeforeRedirectOptions')),
    listen(events.onCompleted, onLast, answers('OnCompletedOptions')),
    listen(events.onErrorOccurred, onLast),
  ]);
}

/** Chromium shows cookies only with "extraHeaders"; Firefox throws at that word and loses the whole listener. */
function extra(options: string): string[] {
  const known = (browser.webRequest as unknown as Record<string, Record<string, string> | undefined>)[
    options
  ];
  return known?.EXTRA_HEADERS === undefined ? [] : [known.EXTRA_HEADERS];
}

/** What is only ever fetched by GET, as most of a page is: its event would cost time and bring nothing. */
const bodyless = new Set(['stylesheet', 'script', 'image', 'imageset', 'font', 'media', 'websocket']);

/** All other types that this browser knows; undefined where it tells none. */
function withBodies(): WebRequest.ResourceType[] | undefined {
  const { ResourceType } = browser.webRequest as unknown as {
    ResourceType?: Record<string, WebRequest.ResourceType>;
  };
  return ResourceType && Object.values(ResourceType).filter((type) => !bodyless.has(type));
}

function sentBy(details: Request, captures: Capture[]): Sent {
  const { initiator = originOf(details.originUrl ?? '') } = details;
  return {
    kind: 'sent',
    feed: 'webRequest',
    ...requestNumber(details.requestId),
    tabId: details.tabId,
    method: details.method,
    url: withoutFragment(details.url),
    initiator,
    type: details.type,
    atMs: Math.round(details.timeStamp),
    ...(details.incognito && { incognito: true }),
    authorization: tokenlessAuthorization(details.requestHeaders ?? [], captures),
    captures,
  };
}

function answerOf(details: Answer, captures: Capture[]): Fact {
  const { requestId, timeStamp, statusCode: status, error, responseHeaders = [] } = details;
  const told = { status, error, ...toldByHeaders(responseHeaders) };
  return {
    kind: 'answered',
    ...requestNumber(requestId),
    atMs: Math.round(timeStamp),
    ...told,
    captures,
  };
}

/** webRequest's ids count up in both browsers; as a number one costs the log two characters. */
function requestNumber(requestId: string): { source: string; n: number } {
  const n = Number(requestId);
  return Number.isSafeInteger(n) && n >= 0 ? { source: 'w', n } : { source: `w${requestId}`, n: 0 };
}
