import { shownIn } from '../model/file';
import { useModel } from '../model/model';

/** Says of a redacted token that its verdict was found while the token was still whole. */
export function RecordedNote({ text }: { text: string }) {
  const { file, language } = useModel();
  if (!shownIn(file.value)?.verdicts.has(text)) return null;
  return <p class="soft recorded">{language.say('verdict_recorded')}</p>;
}
