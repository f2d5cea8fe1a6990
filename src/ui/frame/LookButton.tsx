import { useSignal } from '@preact/signals';
import { useModel } from '../model/model';
import type { Look } from '../surroundings';

/** Has DevTools look at what they show only when asked, and says what was found. */
export function LookButton({ what }: { what: Look }) {
  const { surroundings, language } = useModel();
  const said = useSignal('');
  const look = async () => {
    said.value = '';
    const found = await surroundings.actions.look?.(what);
    said.value = found === undefined ? language.say('look_failed') : language.count('look_found', found);
  };
  return (
    <>
      <button type="button" class={`mend is-${what}`} onClick={() => void look()}>
        {language.code('mend', what)}
      </button>
      <span role="status" class="soft">
        {said.value}
      </span>
    </>
  );
}
