import { useSignal } from '@preact/signals';
import type { CoverageNote } from '../../core/traffic/coverage';
import { Later } from '../Later';
import type { Language } from '../language';
import { useModel } from '../model/model';

const loadLookButton = async () => (await import('./LookButton')).LookButton;
const loadLimits = async () => (await import('./Limits')).Limits;

/** What could not be seen, and the one action that mends it; what can never be seen comes when it is asked for. */
export function Coverage() {
  const { surroundings, language } = useModel();
  const open = useSignal(false);
  const { coverage, feeds } = surroundings.log.value;
  return (
    <>
      {coverage.length > 0 && (
        <ul class="coverage">
          {coverage.map((note) => (
            <Note key={note.code + note.mend} note={note} />
          ))}
        </ul>
      )}
      {feeds && (
        <details
          class="limits"
          onToggle={(event) => {
            open.value = event.currentTarget.open;
          }}
        >
          <summary>{language.say('coverage_limits')}</summary>
          {open.value && <Later load={loadLimits} props={{ feeds }} />}
        </details>
      )}
    </>
  );
}

function Note({ note }: { note: CoverageNote }) {
  const { surroundings, language } = useModel();
  const { mend } = note;
  return (
    <li>
      <span>{coverageText(note, language)}</span>
      {mend === 'bodies' && <Later load={loadLookButton} props={{ what: mend }} />}
      {mend && mend !== 'bodies' && (
        <button type="button" class={`mend is-${mend}`} onClick={() => surroundings.actions.mend(mend)}>
          {language.code('mend', mend)}
        </button>
      )}
    </li>
  );
}

function coverageText({ code, values }: CoverageNote, language: Language): string {
  const shown = code === 'restarted' ? values?.map((ms) => language.clock(Number(ms))) : values;
  return language.code('coverage', code, shown);
}
