import type { RecordedToken } from '../../core/transfer/recorded';
import { reportedOf } from '../findings/listedReport';
import type { Model } from '../model/model';
import type { TokenRow } from '../model/tokens';
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
  const { verdicts, keys } = model;
  await verdicts.check(row.text, keys.for(row.text));
  const verdict = verdicts.of(row.text).peek();
  const { findings } = await reportedOf(row, model);
  return { ...(verdict && { signature: recordVerdict(verdict) }), findings };
}
