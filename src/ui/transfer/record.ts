import type { ReadonlySignal } from '@preact/signals';
import type { RecordedToken } from '../../core/transfer/recorded';
import type { SignatureVerdict } from '../../core/verify/verify';
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
  const verdict = await first(verdicts.of(row.text));
  const { findings } = await reportedOf(row, model);
  return { signature: recordVerdict(verdict), findings };
}

/** A check may be under way already, for the list. */
const first = (verdict: ReadonlySignal<SignatureVerdict | undefined>): Promise<SignatureVerdict> =>
  new Promise((known) => {
    const stop = verdict.subscribe((value) => {
      if (!value) return;
      known(value);
      queueMicrotask(() => stop());
    });
  });
