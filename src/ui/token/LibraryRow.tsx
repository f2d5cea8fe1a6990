import type { LibraryAnswer, LibraryOutcome } from '../../core/verify/libraries/answer';
import { Icon } from '../Icon';
import type { IconName } from '../icons';
import { useLanguage } from '../model/model';
import type { Tone } from '../tone';

const looks: Readonly<Record<LibraryOutcome['state'], { tone: Tone; icon: IconName }>> = {
  accepts: { tone: 'ok', icon: 'done' },
  refuses: { tone: 'bad', icon: 'wrong' },
  reads: { tone: 'soft', icon: 'info' },
};

/** What one library says: its own exception and message, in its own words. */
export function LibraryRow({ answer: { library, version, outcome, untested } }: { answer: LibraryAnswer }) {
  const language = useLanguage();
  const { tone, icon } = looks[outcome.state];
  return (
    <tr>
      <th scope="row">
        {library} <span class="soft">{version}</span>
      </th>
      <td>
        <p class={`outcome ${tone}`}>
          <Icon name={icon} />
          {language.code('library', outcome.state)}
        </p>
        {outcome.state === 'refuses' && (
          <p>
            <code>{[outcome.error, outcome.message].filter(Boolean).join(': ')}</code>
          </p>
        )}
        {untested.map((code) => (
          <p key={code} class="soft">
            {language.code('library', code)}
          </p>
        ))}
      </td>
    </tr>
  );
}
