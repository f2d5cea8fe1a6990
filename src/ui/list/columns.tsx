import type { ComponentType } from 'preact';
import type { TokenRow } from '../model/tokens';
import type { MessageKey } from '../say';
import { AlgCell, CarrierCell, LeftCell, MarkCell, OriginCell, WhoCell } from './cells';

/** One column of the list of tokens. */
export interface Column {
  /** Also its class, by which the style sheet gives it its width. */
  name: 'mark' | 'who' | 'alg' | 'origin' | 'where' | 'left';
  title: MessageKey;
  Cell: ComponentType<{ row: TokenRow }>;
}

const mark: Column = { name: 'mark', title: 'column_signature', Cell: MarkCell };
const who: Column = { name: 'who', title: 'column_who', Cell: WhoCell };
const alg: Column = { name: 'alg', title: 'column_alg', Cell: AlgCell };
const origin: Column = { name: 'origin', title: 'column_origin', Cell: OriginCell };
const where: Column = { name: 'where', title: 'column_where', Cell: CarrierCell };
const left: Column = { name: 'left', title: 'column_left', Cell: LeftCell };

export const popupColumns: readonly Column[] = [mark, who, alg, where, left];
export const panelColumns: readonly Column[] = [mark, who, alg, origin, where, left];
