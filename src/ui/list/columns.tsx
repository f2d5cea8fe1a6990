import type { ComponentType } from 'preact';
import type { TokenRow } from '../model/tokens';
import type { MessageKey } from '../say';
import { AlgCell, CarrierCell, LeftCell, MarkCell, WhoCell } from './cells';

/** One column of the list of tokens. */
export interface Column {
  /** Also its class. */
  name: string;
  title: MessageKey;
  Cell: ComponentType<{ row: TokenRow }>;
}

/** What the popup has room for. */
export const popupColumns: readonly Column[] = [
  { name: 'mark', title: 'column_signature', Cell: MarkCell },
  { name: 'who', title: 'column_who', Cell: WhoCell },
  { name: 'alg', title: 'column_alg', Cell: AlgCell },
  { name: 'where', title: 'column_where', Cell: CarrierCell },
  { name: 'left', title: 'column_left', Cell: LeftCell },
];
