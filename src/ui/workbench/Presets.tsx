import { presets } from '../../core/sign/edit/presets';
import { useModel } from '../model/model';
import type { Bench } from './bench';

/** What is wanted often, one click each. */
export function Presets({ bench }: { bench: Bench }) {
  const { surroundings, language } = useModel();
  const { payload } = bench.edit.value;
  return (
    <fieldset class="presets" aria-label={language.say('wb_presets')}>
      {presets.map(({ name, apply }) => (
        <button
          type="button"
          class="chip"
          key={name}
          title={language.code('wb_preset_why', name)}
          onClick={() => {
            const edited = apply(payload, surroundings.now.value / 1000);
            if (edited.ok) bench.change({ payload: edited.text });
          }}
        >
          {language.code('wb_preset', name)}
        </button>
      ))}
    </fieldset>
  );
}
