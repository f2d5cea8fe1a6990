import { noteOf } from '../../core/overrideNotes';
import { findTokens } from '../../core/token/find';
import { useModel } from '../model/model';

/** Says of a request that an override changed it, and leads to the token that it had before. */
export function Overridden({ id }: { id: string }) {
  const { surroundings, selection, tokens, language } = useModel();
  const { say } = language;
  const note = noteOf(surroundings.overrideNotes.value, id);
  if (!note) return null;
  if (note.before === undefined) return <span class="overridden">{say('override_done')}</span>;
  if (note.before === null) return <span class="overridden">{say('override_was_none')}</span>;
  const [token] = findTokens(note.before);
  const who = tokens.value.find(({ text }) => text === token?.text)?.summary.who;
  const show = () => {
    if (who === undefined)
      surroundings.draft.value = { ...surroundings.draft.value, paste: note.before ?? '' };
    selection.choose(who === undefined ? undefined : token?.text);
  };
  return (
    <button
      type="button"
      class="link overridden"
      title={`${say('override_was_show')}\n${note.before}`}
      onClick={show}
    >
      {say('override_was', [who ?? note.before.slice(0, 24)])}
    </button>
  );
}
