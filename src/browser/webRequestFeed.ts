import browser, { type WebRequest } from 'webextension-polyfill';
import { capturesIn } from '../core/traffic/carriers';
import type { Answered, Fact } from '../core/traffic/fact';
import { withoutFragment } from '../core/traffic/har';
import { originOf } from '../core/traffic/origin';

type Details = WebRequest.OnSendHeadersDetailsType & { initiator?: string };

/**
 * Follows the requests of all allowed hosts. To be called at the top level of the background, so that an event can
 * wake it. `onSendHeaders` shows what really goes out: a header rule has been applied by then.
 */
export function watchRequests(onFacts: (facts: Fact[]) => unknown): void {
  const tokenless = new Set<string>();

  const onSent = (details: Details): void => {
    const captures = capturesIn(details.requestHeaders ?? []);
    if (captures.length === 0) {
      tokenless.add(details.requestId);
      return;
    }
    tokenless.delete(details.requestId);
    onFacts([
      {
        kind: 'sent',
        feed: 'webRequest',
        ...requestNumber(details.requestId),
        tabId: details.tabId,
        method: details.method,
        url: withoutFragment(details.url),
        initiator: details.initiator ?? originOf(details.originUrl ?? ''),
        type: details.type,
        atMs: Math.round(details.timeStamp),
        captures,
      },
    ]);
  };

  const onAnswered = (details: {
    requestId: string;
    timeStamp: number;
    statusCode?: number;
    error?: string;
  }): void => {
    if (tokenless.has(details.requestId)) return;
    onFacts([answerOf(details)]);
  };
  const onLast = (details: Parameters<typeof onAnswered>[0]): void => {
    onAnswered(details);
    tokenless.delete(details.requestId);
  };

  const { onSendHeaders, onBeforeRedirect, onCompleted, onErrorOccurred } = browser.webRequest;
  const filter = { urls: ['<all_urls>'] };
  const listen = () => {
    onSendHeaders.addListener(onSent, filter, ['requestHeaders']);
    onBeforeRedirect.addListener(onAnswered, filter);
    onCompleted.addListener(onLast, filter);
    onErrorOccurred.addListener(onLast, filter);
  };
  listen();
  // Chromium: a listener registered while a host was not granted stays deaf after the grant, until it is added anew.
  browser.permissions.onAdded.addListener(() => {
    onSendHeaders.removeListener(onSent);
    onBeforeRedirect.removeListener(onAnswered);
    onCompleted.removeListener(onLast);
    onErrorOccurred.removeListener(onLast);
    listen();
  });
}

function answerOf(details: {
  requestId: string;
  timeStamp: number;
  statusCode?: number;
  error?: string;
}): Answered {
  return {
    kind: 'answered',
    ...requestNumber(details.requestId),
    atMs: Math.round(details.timeStamp),
    status: details.statusCode,
    error: details.error,
  };
}

/** webRequest's ids count up in both browsers; as a number one costs the log two characters. */
function requestNumber(requestId: string): { source: string; n: number } {
  const n = Number(requestId);
  return Number.isSafeInteger(n) && n >= 0 ? { source: 'w', n } : { source: `w${requestId}`, n: 0 };
}
