import type { Override, OverrideRefusal } from './override';
import { originOf } from './traffic/origin';

/** RFC 6265 section 4.1.1: cookie-name is a token (RFC 9110 section 5.6.2). */
const cookieName = /^[\w!#$%&'*+.^`|~-]+$/;
/** RFC 6265 section 4.1.1: cookie-octet, with the commas and quotes that browsers send all the same. */
const cookieValue = /^[\x21-\x3a\x3c-\x7e]*$/;
/** RFC 9110 section 5.5, without what no browser lets through. */
const headerValue = /^(?! )[\t\x20-\x7e]+(?<! )$/;

/** What in an override itself forbids it; undefined where nothing does. */
export function faultOf({ origin, target, action, value }: Override): OverrideRefusal | undefined {
  if (!/^https?:/.test(origin) || originOf(`${origin}/`) !== origin) return 'bad-origin';
  if (target.place === 'request-cookie' && !cookieName.test(target.name)) return 'bad-name';
  if (action === 'drop') return undefined;
  const allowed = target.place === 'request-cookie' ? cookieValue : headerValue;
  return allowed.test(value) ? undefined : 'bad-value';
}
