import type { CoverageNote } from '../../core/traffic/coverage';
import { useModel } from '../model/model';

/** What could not be seen, and the one action that mends it. */
export function Coverage() {
  const { log } = useModel().surroundings;
  const notes = log.value.coverage;
  if (notes.length === 0) return null;
  return (
    <ul class="coverage">
      {notes.map((note) => (
        <Note key={note.code + note.mend} note={note} />
      ))}
    </ul>
  );
}

function Note({ note: { code, values, mend } }: { note: CoverageNote }) {
  const { surroundings, language } = useModel();
  return (
    <li>
      <span>{language.code('coverage', code, values)}</span>
      {mend && (
        <button type="button" class={`mend is-${mend}`} onClick={() => surroundings.actions.mend(mend)}>
          {language.code('mend', mend)}
        </button>
      )}
    </li>
  );
}
