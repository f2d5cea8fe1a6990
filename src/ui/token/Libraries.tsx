import type { Key } from '../../core/key/key';
import type { LibraryAnswer } from '../../core/verify/libraries/answer';
import { whatLibrariesSay } from '../../core/verify/libraries/libraries';
import { Icon } from '../Icon';
import { expectedOfShown } from '../model/expected';
import { type Model, useModel } from '../model/model';
import { useAnswer } from '../useAnswer';
import { LibraryRow } from './LibraryRow';
import { callOf, momentsPassed } from './libraryCall';
import { isLong } from './reader';
import { useShown } from './shown';

/** Whether common libraries would accept the token now, with the key at hand and what the user expects. */
export function Libraries() {
  const model = useModel();
  const { language, surroundings } = model;
  const { token, times } = useShown();
  const key = keyAtHand(model, token.text);
  const call = callOf(token, expectedOfShown(model));
  const passed = momentsPassed(times, call.leewaySeconds, surroundings.now.value / 1000);
  const answers = useAnswer(
    async () => (key ? whatLibrariesSay(token, key, call, surroundings.now.peek() / 1000) : []),
    [token, key, JSON.stringify(call), passed],
  );
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

/** The key that verified, else the first one there is. None for a long text, on which jwt-decode alone takes seconds. */
function keyAtHand({ verdicts, keys }: Model, text: string): Key | undefined {
  if (isLong(text)) return undefined;
  const verdict = verdicts.of(text).value;
  return verdict?.state === 'verified' ? verdict.key : keys.for(text)[0];
}

function acceptingIn(answers: readonly LibraryAnswer[]): number {
  return answers.filter(({ outcome }) => outcome.state === 'accepts').length;
}
