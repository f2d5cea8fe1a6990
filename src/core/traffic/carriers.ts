import { findTokens } from '../token/find';
import type { Capture } from './exchange';

/** A header as webRequest and HAR 1.2 give it. */
export interface Header {
  name: string;
  value?: string | undefined;
}

/** Request headers in which a token travels, by lower-case name. */
const requestHeaders: ReadonlySet<string> = new Set(['authorization', 'proxy-authorization']);

/** The captures of a request: every token in its headers, with what stands around it exactly as sent. */
export function capturesIn(headers: readonly Header[]): Capture[] {
  return headers.flatMap(({ name, value }) => {
    const lowerCase = name.toLowerCase();
    if (!value || !requestHeaders.has(lowerCase)) return [];
    return findTokens(value).map(({ span }) => ({
      carrier: { place: 'request-header' as const, name: lowerCase },
      before: value.slice(0, span.start),
      token: value.slice(span.start, span.end),
      after: value.slice(span.end),
    }));
  });
}
