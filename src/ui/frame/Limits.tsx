import '../css/limits.css';
import type { CoverageNote, FeedState, Mend } from '../../core/traffic/coverage';
import { limitsOf } from '../../core/traffic/limits';
import { useModel } from '../model/model';
import { LookButton } from './LookButton';
import { RunningFeeds } from './RunningFeeds';

/** Which feeds run, and what they cannot see by their nature. */
export function Limits({ feeds }: { feeds: FeedState }) {
  return (
    <>
      <RunningFeeds feeds={feeds} />
      <ul>
        {limitsOf(feeds).map((note) => (
          <Limit key={note.code} note={note} />
        ))}
      </ul>
    </>
  );
}

function Limit({ note: { code, mend } }: { note: CoverageNote }) {
  const { language } = useModel();
  return (
    <li>
      <span>{language.code('coverage', code)}</span>
      {mend && <MendButton mend={mend} />}
    </li>
  );
}

function MendButton({ mend }: { mend: Mend }) {
  const { surroundings, language } = useModel();
  if (mend === 'storage' || mend === 'streams') return <LookButton what={mend} />;
  return (
    <button type="button" class="mend" onClick={() => surroundings.actions.mend(mend)}>
      {language.code('mend', mend)}
    </button>
  );
}
