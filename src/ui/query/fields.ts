import { isSent } from '../../core/traffic/exchange';
import { hostOf } from '../model/address';
import type { Subject } from './subject';
import type { State } from './words';

/** The values that a field has in a row; a condition holds when one of them fits. */
type ValuesOf = (subject: Subject, path: string) => readonly (string | undefined)[];

interface Field {
  /** Whether a value without `*` must be the whole value, or may be a part of it. */
  whole: boolean;
  values: ValuesOf;
}

const whole = (values: ValuesOf): Field => ({ whole: true, values });
const partial = (values: ValuesOf): Field => ({ whole: false, values });

/** What each field of a query looks at. `is` is not among them: its words are states. */
export const fields: Readonly<Record<string, Field>> = {
  alg: whole(({ row }) => [row.summary.alg, row.summary.enc]),
  typ: whole(({ row }) => [row.summary.typ]),
  kid: whole(({ row }) => [row.summary.kid]),
  who: partial(({ row }) => [row.summary.who]),
  iss: partial(({ row }) => [row.summary.iss]),
  claim: whole(({ members }, path) => members('payload', path)),
  header: whole(({ members }, path) => members('header', path)),
  origin: partial(({ seen }) => seen().map(({ exchange }) => hostOf(exchange.url))),
  url: partial(({ seen }) => seen().map(({ exchange }) => exchange.url)),
  method: whole(({ seen }) => seen().map(({ exchange }) => exchange.method)),
  status: whole(({ seen }) => seen().map(({ exchange }) => exchange.status?.toString())),
  carrier: partial(({ seen }) =>
    seen().map(({ capture: { carrier } }) => `${carrier.place} ${carrier.name}`.trim()),
  ),
  scheme: whole(({ seen }) => seen().map(({ capture }) => capture.before.trim() || 'raw')),
  feed: whole(({ seen }) => seen().flatMap(({ exchange }) => exchange.feeds)),
};

/** What each state means. */
export const stateTests: Readonly<Record<State, (subject: Subject) => boolean>> = {
  current: ({ lifetime }) => lifetime() === 'current',
  expiring: ({ lifetime }) => lifetime() === 'expiring',
  expired: ({ lifetime }) => lifetime() === 'expired',
  early: ({ lifetime }) => lifetime() === 'not-yet-valid',
  endless: ({ lifetime }) => lifetime() === 'no-expiry',
  verified: ({ verdict }) => verdict() === 'verified',
  wrong: ({ verdict }) => verdict() === 'wrong',
  unchecked: ({ verdict }) => verdict() === 'unchecked' || verdict() === 'no-key',
  unsecured: ({ row }) => row.summary.alg?.toLowerCase() === 'none',
  encrypted: ({ row }) => row.summary.enc !== undefined,
  opaque: ({ row }) => row.capture.opaque !== undefined,
  refused: ({ row }) => row.refused > 0,
  flagged: ({ findings }) => (findings() ?? 0) > 0,
  sent: ({ seen }) => seen().some(({ capture }) => isSent(capture.carrier)),
  received: ({ seen }) => seen().some(({ capture }) => !isSent(capture.carrier)),
};
