import type { RecordedToken } from '../../core/transfer/recorded';
import { reportedOf } from '../findings/listedReport';
import { shownIn } from '../model/file';
import type { Model } from '../model/model';
import type { TokenRow } from '../model/tokens';
import { verifyText } from '../model/verifyText';
import { isLong } from '../token/reader';
import { recordVerdict } from './recordedVerdicts';

/** What is known of the tokens of a list, to be told beside their redacted texts. */
export async function recordOf(
  model: Model,
  redacted: ReadonlyMap<string, string>,
): Promise<RecordedToken[]> {
  const rows = model.tokens.peek().filter(({ text, capture }) => !isLong(text) && !capture.opaque);
  const recorded: RecordedToken[] = [];
  for (const row of rows)
    recorded.push({ token: redacted.get(row.text) ?? '', ...(await knownOf(row, model)) });
  return recorded;
}

async function knownOf(row: TokenRow, model: Model): Promise<Omit<RecordedToken, 'token'>> {
  // Of a redacted file that is exported again, what it recorded is all there is.
  const recorded = shownIn(model.file.peek())?.verdicts.get(row.text);
  const verdict = recorded ?? (await verifyText(row.text, model.keys.for(row.text), new WeakMap()));
  const { findings } = await reportedOf(row, model);
  return { signature: recordVerdict(verdict), findings };
}
