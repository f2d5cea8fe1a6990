import type { TokenRow } from '../model/tokens';
import { AlgCell, CarrierCell, LeftCell, MarkCell, OriginCell, WhoCell } from './cells';
import type { Column } from './columns';
import { IssuerCell, KidCell, RequestsCell, SeenCell, StatusCell } from './moreCells';

export const columnNames = [
  'mark',
  'who',
  'alg',
  'origin',
  'where',
  'status',
  'requests',
  'seen',
  'iss',
  'kid',
  'left',
] as const;
export type ColumnName = (typeof columnNames)[number];

/** A column of the panel's list, which can be left out, sorted by and given another width. */
export interface PanelColumn extends Column {
  name: ColumnName;
  /** CSS pixels: what it needs at least, and what it has where the user gave it no other width. */
  least: number;
  /** Its part of what is left over; 0: it stays at its least. */
  share: number;
  /** Where room is short, the columns with the highest number go first; those with 0 never. */
  leaves: number;
  /** By what it sorts; absent: it does not. */
  sortBy?: (row: TokenRow) => string | number | undefined;
}

type Rest = Omit<PanelColumn, 'name' | 'Cell'>;
const column = (name: ColumnName, Cell: Column['Cell'], rest: Rest): PanelColumn => ({ name, Cell, ...rest });

const all: Readonly<Record<ColumnName, PanelColumn>> = {
  mark: column('mark', MarkCell, { title: 'column_signature', least: 26, share: 0, leaves: 0 }),
  who: column('who', WhoCell, {
    title: 'column_who',
    least: 90,
    share: 1.1,
    leaves: 0,
    sortBy: ({ summary }) => summary.who?.toLowerCase(),
  }),
  alg: column('alg', AlgCell, {
    title: 'column_alg',
    least: 58,
    share: 0,
    leaves: 2,
    sortBy: ({ summary }) => summary.alg,
  }),
  origin: column('origin', OriginCell, {
    title: 'column_origin',
    least: 100,
    share: 1.1,
    leaves: 4,
    sortBy: ({ exchange }) => exchange.url,
  }),
  where: column('where', CarrierCell, {
    title: 'column_where',
    least: 110,
    share: 1.3,
    leaves: 3,
    sortBy: ({ capture: { carrier } }) => `${carrier.place} ${carrier.name}`,
  }),
  status: column('status', StatusCell, {
    title: 'column_status',
    least: 56,
    share: 0,
    leaves: 5,
    sortBy: ({ exchange }) => exchange.status,
  }),
  requests: column('requests', RequestsCell, {
    title: 'column_requests',
    least: 70,
    share: 0,
    leaves: 6,
    sortBy: ({ requests }) => requests,
  }),
  seen: column('seen', SeenCell, {
    title: 'column_seen',
    least: 92,
    share: 0,
    leaves: 7,
    sortBy: ({ exchange }) => exchange.startedMs,
  }),
  iss: column('iss', IssuerCell, {
    title: 'column_iss',
    least: 100,
    share: 1.1,
    leaves: 8,
    sortBy: ({ summary }) => summary.iss,
  }),
  kid: column('kid', KidCell, {
    title: 'column_kid',
    least: 80,
    share: 0.8,
    leaves: 9,
    sortBy: ({ summary }) => summary.kid,
  }),
  left: column('left', LeftCell, {
    title: 'column_left',
    least: 84,
    share: 0,
    leaves: 0,
    sortBy: ({ summary }) => summary.expSeconds ?? Number.POSITIVE_INFINITY,
  }),
};

/** Columns of those names, in the order of the table. */
export const columnsNamed = (names: readonly string[]): readonly PanelColumn[] =>
  columnNames.filter((name) => names.includes(name)).map((name) => all[name]);

/** What the panel shows until the user chooses others. */
export const panelColumnNames: readonly ColumnName[] = ['mark', 'who', 'alg', 'origin', 'where', 'left'];
