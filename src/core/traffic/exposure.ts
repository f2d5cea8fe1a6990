import { type Capture, type Carrier, type Exchange, isSent } from './exchange';
import { originOf } from './origin';

/** What it means that a token was somewhere. */
export const exposureCodes = [
  'third-party',
  'plain-http',
  'in-address',
  'in-fragment',
  'readable',
  'lasting',
  'cookie-readable',
  'cookie-plain',
  'cookie-cross-site',
] as const;
export type ExposureCode = (typeof exposureCodes)[number];

/** One carrier of one origin that a token touched. Times are milliseconds since the epoch. */
export interface Touch {
  /** Scheme, host and port; of an address without a host the address. */
  origin: string;
  carrier: Carrier;
  /** How often it was seen there. */
  count: number;
  firstMs: number;
  lastMs: number;
  means: readonly ExposureCode[];
}

/** Tells whether two hosts belong to one owner. */
export type SameOwner = (one: string, other: string) => boolean;

interface Sighting {
  exchange: Exchange;
  capture: Capture;
  sameOwner: SameOwner;
}

const hostIn = (address: string) =>
  /^[a-z][a-z0-9+.-]*:\/\/(\[[^\]]*\]|[^/?#:]+)/i.exec(originOf(address) ?? '')?.[1];
const isLoopback = (host = '') => /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/.test(host);
const isCookie = ({ carrier, after }: Capture, without: RegExp) =>
  carrier.place === 'set-cookie' && !without.test(after);
const isIn =
  (...places: readonly Carrier['place'][]) =>
  ({ capture }: Sighting) =>
    places.includes(capture.carrier.place);

/** When each of them is so. Whatever a page's script can read, any script that gets into the page can send away. */
const rules: Readonly<Record<ExposureCode, (sighting: Sighting) => boolean>> = {
  'third-party': ({ exchange: { url, initiator }, capture, sameOwner }) => {
    const [to, from] = [hostIn(url), hostIn(initiator ?? '')];
    return isSent(capture.carrier) && to !== undefined && from !== undefined && !sameOwner(from, to);
  },
  'plain-http': ({ exchange: { url } }) => /^(?:http|ws):/i.test(url) && !isLoopback(hostIn(url)),
  'in-address': (sighting) =>
    isIn('url-path', 'url-query')(sighting) || (isRedirect(sighting) && !/#/.test(sighting.capture.before)),
  'in-fragment': (sighting) =>
    isIn('url-fragment')(sighting) || (isRedirect(sighting) && /#/.test(sighting.capture.before)),
  readable: isIn('local-storage', 'session-storage', 'script-cookie'),
  lasting: isIn('local-storage'),
  'cookie-readable': ({ capture }) => isCookie(capture, /;\s*httponly/i),
  'cookie-plain': ({ capture }) => isCookie(capture, /;\s*secure/i),
  'cookie-cross-site': ({ capture }) =>
    capture.carrier.place === 'set-cookie' && /;\s*samesite\s*=\s*none/i.test(capture.after),
};

const isRedirect = ({ capture: { carrier } }: Sighting) =>
  carrier.place === 'response-header' && /^(?:location|refresh)$/.test(carrier.name);

/** Every origin and carrier that a token touched, with what that means; what matters most first, then as it happened. */
export function exposureOf(
  token: string,
  exchanges: readonly Exchange[],
  sameOwner: SameOwner,
): readonly Touch[] {
  const touches = new Map<string, Touch>();
  for (const exchange of exchanges) {
    for (const capture of exchange.captures) {
      if (capture.token !== token) continue;
      const touch = touchOf({ exchange, capture, sameOwner });
      const key = [touch.origin, touch.carrier.place, touch.carrier.name].join(' ');
      touches.set(key, joined(touches.get(key), touch));
    }
  }
  return [...touches.values()].sort(
    (one, other) => other.means.length - one.means.length || one.firstMs - other.firstMs,
  );
}

function touchOf(sighting: Sighting): Touch {
  const { exchange, capture } = sighting;
  const { url, startedMs } = exchange;
  return {
    origin: originOf(url) ?? url,
    carrier: capture.carrier,
    count: 1,
    firstMs: startedMs,
    lastMs: startedMs,
    means: exposureCodes.filter((code) => rules[code](sighting)),
  };
}

function joined(one: Touch | undefined, other: Touch): Touch {
  if (!one) return other;
  return {
    ...one,
    count: one.count + 1,
    firstMs: Math.min(one.firstMs, other.firstMs),
    lastMs: Math.max(one.lastMs, other.lastMs),
    means: exposureCodes.filter((code) => one.means.includes(code) || other.means.includes(code)),
  };
}
