import { isSent } from '../../traffic/exchange';
import { textsOf } from '../members';
import { type Rule, when, whenAny } from '../rule';
import type { Sighting } from '../sighting';
import { hostOf, isLoopback, sameOwner, siteOf } from '../site';
import type { Situation } from '../situation';

/** Parameters that are made to travel in an address: RFC 9101, OpenID Connect RP-Initiated Logout 1.0, RFC 6749. */
const madeForAddresses: ReadonlySet<string> = new Set([
  'id_token_hint',
  'logout_hint',
  'login_hint_token',
  'request',
  'state',
  'code',
  'response',
  'client_assertion',
]);

export const exposureRules: readonly Rule[] = [
  {
    id: 'in-address',
    severity: 'high',
    source: 'RFC 9700 section 4.3.2',
    test: ({ sightings }) =>
      whenAny(hostsWhere(sightings, ({ carrier }) => isInAddress(carrier.place, carrier.name))),
  },
  {
    id: 'in-fragment',
    severity: 'low',
    source: 'RFC 9700 section 2.1.2',
    test: ({ sightings }) =>
      whenAny(hostsWhere(sightings, ({ carrier }) => carrier.place === 'url-fragment')),
  },
  {
    id: 'in-referer',
    severity: 'high',
    source: 'RFC 9700 section 4.2.4',
    test: ({ sightings }) =>
      whenAny(
        hostsWhere(
          sightings,
          ({ carrier }) => carrier.place === 'request-header' && carrier.name === 'referer',
        ),
      ),
  },
  {
    id: 'plain-http',
    severity: 'high',
    source: 'RFC 6750 section 5.3',
    test: ({ sightings }) => whenAny(plainHosts(sightings)),
  },
  {
    id: 'third-party',
    severity: 'medium',
    source: 'RFC 9700 section 2.3',
    test: (situation) => whenAny(foreignHosts(situation)),
  },
  {
    id: 'readable-by-script',
    severity: 'low',
    source: 'draft-ietf-oauth-browser-based-apps section 8',
    test: ({ sightings }) => {
      const names = sightings.filter(isInStorage).map(({ capture }) => capture.carrier.name);
      return whenAny(names);
    },
  },
  {
    id: 'refresh-token-in-storage',
    severity: 'medium',
    source: 'draft-ietf-oauth-browser-based-apps section 8',
    test: ({ kind, sightings }) => when(kind === 'refresh' && sightings.some(isInStorage)),
  },
];

function isInAddress(place: string, name: string): boolean {
  return (place === 'url-query' || place === 'url-path') && !madeForAddresses.has(name.toLowerCase());
}

function hostsWhere(
  sightings: readonly Sighting[],
  test: (capture: Sighting['capture']) => boolean,
): readonly string[] {
  return sightings.flatMap(({ exchange, capture }) => (test(capture) ? [hostOf(exchange.url) ?? ''] : []));
}

function isInStorage({ capture: { carrier } }: Sighting): boolean {
  return ['local-storage', 'session-storage', 'script-cookie'].includes(carrier.place);
}

/** Where anybody on the way can read along. */
function plainHosts(sightings: readonly Sighting[]): readonly string[] {
  return sightings.flatMap(({ exchange, capture }) => {
    const host = /^(http|ws):/i.test(exchange.url) ? hostOf(exchange.url) : undefined;
    return host !== undefined && !isLoopback(host) && !isInStorage({ exchange, capture }) ? [host] : [];
  });
}

/**
 * Hosts that belong neither to the page, nor to the issuer, nor to anybody that the token is for. A token that goes to
 * one site alone goes where it belongs, so this speaks only of one that goes elsewhere besides.
 */
function foreignHosts({ claims, sightings }: Situation): readonly string[] {
  const sent = sightings.filter(({ capture }) => isSent(capture.carrier));
  const hosts = [...new Set(sent.flatMap(({ exchange }) => hostOf(exchange.url) ?? []))];
  if (new Set(hosts.map(siteOf)).size < 2) return [];
  const named = ['iss', 'aud', 'azp']
    .flatMap((name) => textsOf(claims, name))
    .flatMap((text) => hostOf(text) ?? hostLike(text));
  const pages = sent.flatMap(({ exchange }) => hostOf(exchange.initiator ?? '') ?? []);
  const homes = [...named, ...pages];
  return homes.length === 0 ? [] : hosts.filter((host) => !homes.some((home) => sameOwner(host, home)));
}

/** `accounts.google.com` stands as it is in some tokens. */
function hostLike(text: string): readonly string[] {
  return /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(text) ? [text.toLowerCase()] : [];
}
