import { type Rule, when } from '../rule';
import type { Sighting } from '../sighting';
import type { Situation } from '../situation';

/** RFC 6265 section 6.1: a browser keeps a cookie of 4096 bytes, name, value and attributes together. */
const COOKIE_BYTES = 4_096;
/** What common servers take for one header line, nginx and Apache among them. */
const HEADER_BYTES = 8_192;

export const sizeRules: readonly Rule[] = [
  {
    id: 'too-big-for-cookie',
    severity: 'medium',
    source: 'RFC 6265 section 6.1',
    test: (situation) => {
      const bytes = cookieBytes(situation.sightings);
      return when(bytes > COOKIE_BYTES, String(bytes));
    },
  },
  {
    id: 'no-fit-for-cookie',
    severity: 'info',
    source: 'RFC 6265 section 6.1',
    test: ({ token: { text }, sightings }) =>
      when(
        text.length > COOKIE_BYTES && text.length <= HEADER_BYTES && cookieBytes(sightings) === 0,
        String(text.length),
      ),
  },
  {
    id: 'too-big-for-header',
    severity: 'medium',
    source: 'RFC 9110 section 5.4',
    test: (situation) => {
      const bytes = headerBytes(situation);
      return when(bytes > HEADER_BYTES, String(bytes));
    },
  },
];

function cookieBytes(sightings: readonly Sighting[]): number {
  const cookies = sightings.filter(({ capture: { carrier } }) =>
    ['request-cookie', 'set-cookie', 'script-cookie'].includes(carrier.place),
  );
  return cookies.reduce((most, { capture: { carrier, before, token, after } }) => {
    const attributes = carrier.place === 'set-cookie' ? after.length : 0;
    return Math.max(most, carrier.name.length + 1 + before.length + token.length + attributes);
  }, 0);
}

/** Of a token that was not seen travelling, what it will take in an Authorization header; one in a body may be large. */
function headerBytes({ token, sightings }: Situation): number {
  if (sightings.length === 0) return 'Authorization: Bearer '.length + token.text.length;
  const headers = sightings.filter(({ capture: { carrier } }) =>
    /^(request-header|response-header|request-cookie)$/.test(carrier.place),
  );
  return headers.reduce(
    (most, { capture: { carrier, before, token: text, after } }) =>
      Math.max(most, carrier.name.length + 2 + before.length + text.length + after.length),
    0,
  );
}
