import type { Key } from '../../core/key/key';
import type { LibraryAnswer } from '../../core/verify/libraries/answer';
import { whatLibrariesSay } from '../../core/verify/libraries/libraries';
import { Icon } from '../Icon';
import { expectedOfShown } from '../model/expected';
import { type Model, useModel } from '../model/model';
import { useAnswer } from '../useAnswer';
import { LibraryRow } from './LibraryRow';
import { callOf, momentsPassed } from './libraryCall';
import { inWorker, isLong } from './reader';
import { useShown } from './shown';

/** jwt-decode, which is run for real, takes about a second for a million characters. */
const LONGEST_ASKED = 2_000_000;

/** Whether common libraries would accept the token now, with the key at hand and what the user expects. */
export function Libraries() {
  const model = useModel();
  const { language, surroundings } = model;
  const { token, times } = useShown();
  const key = keyAtHand(model, token.text);
  const call = callOf(token, expectedOfShown(model));
  const passed = momentsPassed(times, call.leewaySeconds, surroundings.now.value / 1000);
  const asked = token.text.length <= LONGEST_ASKED;
  const answers = useAnswer(
    async (unwanted) => {
      const nowSeconds = surroundings.now.peek() / 1000;
      if (!key || !asked) return [];
      return isLong(token.text)
        ? inWorker({ name: 'libraries', args: [token.text, key, call, nowSeconds] }, unwanted)
        : whatLibrariesSay(token, key, call, nowSeconds);
    },
    [token, key, JSON.stringify(call), passed],
  );
  if (key && !asked) return <p class="soft">{language.say('libraries_left_out')}</p>;
  if (!answers || answers.length === 0) return null;
  return (
    <details class="folded">
      <summary>
        <Icon name="fold" />
        <h3>{language.say('libraries_title')}</h3>
        <span class="soft">{language.count('libraries_accept', acceptingIn(answers))}</span>
      </summary>
      <p class="soft">{language.say('libraries_called', [call.algorithms.join(', ')])}</p>
      <table class="libraries">
        <tbody>
          {answers.map((answer) => (
            <LibraryRow key={answer.library} answer={answer} />
          ))}
        </tbody>
      </table>
    </details>
  );
}

/** The key that verified, else the first one there is. */
function keyAtHand({ verdicts, keys }: Model, text: string): Key | undefined {
  const verdict = verdicts.of(text).value;
  return verdict?.state === 'verified' ? verdict.key : keys.for(text)[0];
}

function acceptingIn(answers: readonly LibraryAnswer[]): number {
  return answers.filter(({ outcome }) => outcome.state === 'accepts').length;
}
