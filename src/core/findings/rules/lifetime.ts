import { endsOtherwise, isProjectKey } from '../issuers';
import { has } from '../members';
import { type Rule, when, whenAny } from '../rule';
import type { Situation } from '../situation';

/** Clocks may be apart by so much, seconds. */
const SKEW_SECONDS = 300;
const DAY_SECONDS = 86_400;
const LONG_DAYS = 31;
const ENDLESS_DAYS = 366;

const wrongUnits: ReadonlySet<string> = new Set(['milliseconds', 'microseconds']);

/** Kinds whose specifications want no exp: what they are good for ends in another way. */
const withoutExpiry: ReadonlySet<string> = new Set([
  'dpop',
  'event',
  'key-binding',
  'credential',
  'request',
  'refresh',
]);

/** Answers and statements that are made for the moment: RFC 9701 section 5, RFC 8225 section 5. */
const ofTheMoment: ReadonlySet<string> = new Set(['introspection', 'caller-identity']);

export const lifetimeRules: readonly Rule[] = [
  {
    id: 'time-unit',
    severity: 'high',
    source: 'RFC 7519 section 4.1.4',
    test: ({ times }) =>
      when(times.timeNotes.some(({ claim, code }) => claim === 'exp' && wrongUnits.has(code))),
  },
  {
    id: 'time-malformed',
    severity: 'medium',
    source: 'RFC 7519 section 2',
    test: ({ times }) => whenAny(times.timeNotes.filter(isMalformed).map(({ claim }) => claim)),
  },
  {
    id: 'born-expired',
    severity: 'medium',
    source: 'RFC 7519 section 4.1.4',
    test: ({ times: { expSeconds, iatSeconds, nbfSeconds } }) => {
      const start = Math.max(iatSeconds ?? -Infinity, nbfSeconds ?? -Infinity);
      return when(expSeconds !== undefined && expSeconds <= start);
    },
  },
  {
    id: 'no-expiry',
    severity: 'medium',
    source: 'RFC 7519 section 4.1.4',
    test: ({ claims, header, kind, profile }) =>
      when(
        claims?.type === 'object' &&
          !has(claims, 'exp') &&
          !withoutExpiry.has(kind) &&
          !ofTheMoment.has(profile?.id ?? '') &&
          !endsOtherwise(header, claims),
      ),
  },
  {
    id: 'lifetime-endless',
    severity: 'medium',
    source: 'RFC 8725 section 3.10',
    test: (situation) => {
      const days = lifetimeDays(situation);
      return when(days > ENDLESS_DAYS && !isProjectKey(situation.claims), String(days));
    },
  },
  {
    id: 'lifetime-long',
    severity: 'info',
    source: 'RFC 9700 section 4.10.1',
    test: (situation) => {
      const days = lifetimeDays(situation);
      return when(days > LONG_DAYS && (days <= ENDLESS_DAYS || isProjectKey(situation.claims)), String(days));
    },
  },
  {
    id: 'iat-future',
    severity: 'low',
    source: 'RFC 7519 section 4.1.6',
    test: ({ times: { iatSeconds }, nowSeconds }) =>
      when(iatSeconds !== undefined && iatSeconds > nowSeconds + SKEW_SECONDS),
  },
  {
    id: 'expired-accepted',
    severity: 'medium',
    source: 'RFC 7519 section 4.1.4',
    test: (situation) => {
      const count = acceptedWhenExpired(situation);
      return when(count > 0, String(count));
    },
  },
];

function isMalformed({ claim, code }: Situation['times']['timeNotes'][number]): boolean {
  return code !== 'never-valid' && !(claim === 'exp' && wrongUnits.has(code));
}

function lifetimeDays({ times: { expSeconds, nbfSeconds, iatSeconds, timeNotes } }: Situation): number {
  const start = iatSeconds ?? nbfSeconds;
  if (expSeconds === undefined || start === undefined || timeNotes.some(({ code }) => wrongUnits.has(code)))
    return 0;
  return Math.floor((expSeconds - start) / DAY_SECONDS);
}

/** A server's own Date counts where it is known: the clocks here and there may differ. */
function acceptedWhenExpired({ times: { expSeconds }, sightings, kind }: Situation): number {
  if (expSeconds === undefined || (kind !== 'access' && kind !== 'other')) return 0;
  return sightings.filter(({ exchange, capture }) => {
    const atSeconds = (exchange.serverDateMs ?? exchange.startedMs) / 1000;
    const isAuthorization =
      capture.carrier.place === 'request-header' && capture.carrier.name === 'authorization';
    const { status = 0 } = exchange;
    return isAuthorization && status >= 200 && status < 300 && atSeconds > expSeconds + SKEW_SECONDS;
  }).length;
}
