import { findingsOfToken } from '../../core/findings/findings';
import { isMuted } from '../../core/findings/muting';
import { rememberingReader } from '../../core/findings/situation';
import { originOf } from '../../core/traffic/origin';
import { shownIn } from '../model/file';
import type { Model } from '../model/model';
import type { TokenRow } from '../model/tokens';
import { isLong } from '../token/reader';
import { secretIsKnown } from './knownSecret';
import type { Reported } from './report';

/** Of more tokens the newest are looked at. */
const MOST_TOKENS = 500;

/** The findings of all tokens that a window lists: those of its tab, or in the full tab of the whole session. */
export async function listedReport(model: Model): Promise<readonly Reported[]> {
  const read = rememberingReader();
  const rows = model.tokens
    .peek()
    .filter(({ text, capture }) => !isLong(text) && capture.opaque === undefined);
  const reported: Reported[] = [];
  for (const row of rows.slice(0, MOST_TOKENS)) reported.push(await reportedOf(row, model, read));
  return reported;
}

/** One of them. */
export async function reportedOf(
  { text, exchange }: TokenRow,
  { surroundings, verdicts, keys, file }: Model,
  read = rememberingReader(),
  isKnown = secretIsKnown,
): Promise<Reported> {
  const { exchanges } = surroundings.log.peek();
  const { mutedFindings = [], leaveSecretsUntried } = surroundings.settings.peek();
  const token = read(text);
  const recorded = shownIn(file.peek())?.findings.get(text);
  const found =
    recorded ??
    (await findingsOfToken(token, {
      exchanges,
      verdict: verdicts.of(text).peek(),
      keys: keys.for(text),
      secretIsKnown: leaveSecretsUntried === true ? false : await isKnown(text),
      nowMs: surroundings.now.peek(),
      read,
    }));
  return {
    token,
    findings: found.filter((finding) => !isMuted(finding, mutedFindings, originOf(exchange.url))),
    exchanges: exchanges.filter(({ captures }) => captures.some((capture) => capture.token === text)),
  };
}
