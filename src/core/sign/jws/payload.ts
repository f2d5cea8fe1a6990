import { memberOf, readJson } from '../../token/json';
import type { AskedHeader } from './header';
import { type Refused, refused, type Warning } from './signing';

/**
 * Whether a text may become the payload. A JWT's claims are a JSON object (RFC 7519 section 7.1); anything else is
 * signed only where the header says what it is (`cty`, RFC 7515 section 4.1.10) or that it stands there as it is.
 */
export function checkPayload(text: string, { root, encoded }: AskedHeader): readonly Warning[] | Refused {
  if (holdsLoneSurrogate(text)) return refused('lone-surrogate');
  if (!encoded && text.includes('.')) return refused('payload-dot');
  const reading = readJson(text);
  const anything = memberOf(root, 'cty') !== undefined || !encoded;
  if (!reading.root || !reading.valid) {
    const [fault] = reading.faults;
    return anything ? [] : refused('payload-json', `${fault?.line ?? 1}`, `${fault?.column ?? 1}`);
  }
  if (reading.root.type !== 'object')
    return anything ? [] : [{ code: 'payload-not-object', values: [reading.root.type] }];
  const twice = reading.faults.filter(({ code }) => code === 'json-duplicate-member');
  return twice.length > 0
    ? [{ code: 'payload-duplicate', values: [twice.flatMap(({ values = [] }) => values).join(', ')] }]
    : [];
}

/** Half of a character that takes two: UTF-8 can't hold it, and would put another in its place. */
export function holdsLoneSurrogate(text: string): boolean {
  return /\p{Surrogate}/u.test(text);
}
