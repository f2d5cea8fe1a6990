import { type Rule, whenAny } from '../rule';
import type { Sighting } from '../sighting';
import { hostOf, isLoopback } from '../site';

export const cookieRules: readonly Rule[] = [
  {
    id: 'cookie-not-secure',
    severity: 'medium',
    source: 'RFC 6265 section 4.1.2.5',
    test: ({ sightings }) =>
      whenAny(
        cookies(sightings)
          .filter((cookie) => !cookie.has('secure') && !cookie.isLocal)
          .map(({ name }) => name),
      ),
  },
  {
    id: 'cookie-not-httponly',
    severity: 'medium',
    source: 'RFC 6265 section 4.1.2.6',
    test: ({ sightings }) =>
      whenAny(
        cookies(sightings)
          .filter((cookie) => !cookie.has('httponly'))
          .map(({ name }) => name),
      ),
  },
  {
    id: 'cookie-no-samesite',
    severity: 'low',
    source: 'draft-ietf-httpbis-rfc6265bis section 4.1.2.7',
    test: ({ sightings }) =>
      whenAny(
        cookies(sightings)
          .filter((cookie) => !cookie.has('samesite'))
          .map(({ name }) => name),
      ),
  },
  {
    id: 'cookie-samesite-none',
    severity: 'low',
    source: 'draft-ietf-httpbis-rfc6265bis section 8.8',
    test: ({ sightings }) =>
      whenAny(
        cookies(sightings)
          .filter((cookie) => cookie.value('samesite') === 'none')
          .map(({ name }) => name),
      ),
  },
  {
    id: 'cookie-prefix',
    severity: 'low',
    source: 'draft-ietf-httpbis-rfc6265bis section 4.1.3',
    test: ({ sightings }) =>
      whenAny(
        cookies(sightings)
          .filter(breaksItsPrefix)
          .map(({ name }) => name),
      ),
  },
];

interface Cookie {
  name: string;
  isLocal: boolean;
  has(attribute: string): boolean;
  /** In lower case; empty where the attribute has none. */
  value(attribute: string): string;
}

/** The cookies that servers set with this token. */
function cookies(sightings: readonly Sighting[]): readonly Cookie[] {
  return sightings.filter(({ capture }) => capture.carrier.place === 'set-cookie').map(cookieOf);
}

function cookieOf({ exchange, capture: { carrier, after } }: Sighting): Cookie {
  const pairs = after
    .toLowerCase()
    .split(';')
    .map((part) =>
      part
        .trim()
        .split('=')
        .map((word) => word.trim()),
    );
  const attributes = new Map(pairs.map(([attribute = '', value = '']) => [attribute, value]));
  return {
    name: carrier.name,
    isLocal: isLoopback(hostOf(exchange.url) ?? ''),
    has: (attribute) => attributes.has(attribute),
    value: (attribute) => attributes.get(attribute) ?? '',
  };
}

/** A browser drops a cookie whose name promises what its attributes do not keep. */
function breaksItsPrefix({ name, has, value }: Cookie): boolean {
  if (/^__secure-/i.test(name)) return !has('secure');
  return /^__host-/i.test(name) && (!has('secure') || has('domain') || value('path') !== '/');
}
