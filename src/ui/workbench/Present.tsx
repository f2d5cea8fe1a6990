import { useSignal } from '@preact/signals';
import { present, withParents } from '../../core/sign/sdJwt/present';
import { readToken } from '../../core/token/read';
import { processSdJwt } from '../../core/token/sdJwt';
import { useModel } from '../model/model';
import { useAnswer } from '../useAnswer';
import { BindHolder } from './BindHolder';
import type { Bench } from './bench';
import { Folded } from './Folded';
import { MadeToken } from './Result';

/** Of an SD-JWT: which of its disclosures are shown. Nothing is signed for this, and nothing needs to be. */
export function Present({ bench }: { bench: Bench }) {
  const { language } = useModel();
  const { original = '' } = bench.edit.value;
  const chosen = useSignal<{ of: string; indexes: ReadonlySet<number> }>({ of: '', indexes: new Set() });
  const isSdJwt = original.includes('~');
  const processed = useAnswer(
    async () => (isSdJwt ? processSdJwt(readToken(original)) : undefined),
    [original],
  );
  const disclosures = processed?.disclosures ?? [];
  if (disclosures.length === 0) return null;
  const all = new Set(disclosures.keys());
  const indexes = chosen.value.of === original ? chosen.value.indexes : all;
  const toggle = (index: number, on: boolean) => {
    const next = new Set(indexes);
    if (on) next.add(index);
    else next.delete(index);
    chosen.value = { of: original, indexes: next };
  };
  const shown = withParents(disclosures, indexes);
  return (
    <section class="present" aria-label={language.say('wb_present_title')}>
      <h3>{language.say('wb_present_title')}</h3>
      <fieldset class="disclose">
        <legend class="soft">{language.say('wb_present_why')}</legend>
        {disclosures.map(({ part, path, name }, index) => (
          <label key={part.span.start}>
            <input
              type="checkbox"
              checked={shown.has(index)}
              onChange={(event) => toggle(index, event.currentTarget.checked)}
            />
            <span class="source">{path?.join(' › ') ?? name ?? language.say('sd_element')}</span>
          </label>
        ))}
      </fieldset>
      <MadeToken text={present(original, shown)} />
      <Folded title={language.say('wb_bind_title')}>
        <BindHolder bench={bench} presented={present(original, shown)} />
      </Folded>
    </section>
  );
}
