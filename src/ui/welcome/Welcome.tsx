import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { Icon } from '../Icon';
import { useLanguage, useModel } from '../model/model';
import { Beginnings } from './Beginnings';

/** For who is new: what this is, that nothing leaves the browser, and where to begin. Put away once and for all. */
export function Welcome() {
  const { surroundings, selection } = useModel();
  const { say } = useLanguage();
  const { settings } = surroundings;
  const asked = useSignal(false);
  const id = useId();
  if (settings.value.welcomed) return null;
  // A token that was captured is the better beginning, and nothing stands in its way.
  const isOpen = asked.value || selection.text.value === undefined;
  const done = () => {
    settings.value = { ...settings.value, welcomed: true };
  };
  return (
    <section class="greeting" aria-labelledby={id}>
      <header>
        <h2 id={id}>{say('welcome_title')}</h2>
        {!isOpen && (
          <button
            type="button"
            class="link"
            onClick={() => {
              asked.value = true;
            }}
          >
            {say('welcome_more')}
          </button>
        )}
        <button type="button" class="tool" title={say('welcome_done')} onClick={done}>
          <Icon name="close" />
          <span class="unseen">{say('welcome_done')}</span>
        </button>
      </header>
      {isOpen && <Introduction />}
    </section>
  );
}

function Introduction() {
  const { say } = useLanguage();
  return (
    <>
      <p>{say('welcome_what')}</p>
      <p>{say('welcome_private')}</p>
      <p>{say('welcome_begin')}</p>
      <Beginnings />
    </>
  );
}
