import { isAboveInfo } from '../../core/findings/finding';
import type { Model } from '../model/model';
import type { TokenRow } from '../model/tokens';
import { isLong } from '../token/reader';
import { secretIsKnownUnasked } from './knownSecret';
import { reportedOf } from './listedReport';

/** How many findings above info a token of the list has, those that are muted left out; none are told of a huge one. */
export async function countFindings(row: TokenRow, model: Model): Promise<number> {
  if (isLong(row.text)) return 0;
  return (await reportedOf(row, model, undefined, secretIsKnownUnasked)).findings.filter(isAboveInfo).length;
}
