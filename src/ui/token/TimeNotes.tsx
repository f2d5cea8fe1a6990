import { useLanguage } from '../model/model';
import { Moment } from './Moment';
import { useShown } from './shown';

/** What is odd about the way a time is written, and which moment was probably meant. */
export function TimeNotes({ claim }: { claim: string }) {
  const { times } = useShown();
  const language = useLanguage();
  const notes = times?.timeNotes.filter((note) => note.claim === claim) ?? [];
  return notes.map(({ code, likelySeconds }) => (
    <p class="warn" key={code}>
      {language.code('time', code)}{' '}
      {likelySeconds !== undefined && (
        <span class="likely">
          {language.say('moment_likely')} <Moment seconds={likelySeconds} />
        </span>
      )}
    </p>
  ));
}
