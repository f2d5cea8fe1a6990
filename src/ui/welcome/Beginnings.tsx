import { useLanguage, useModel } from '../model/model';

const focusPasteBox = () => document.querySelector<HTMLElement>('.paste textarea')?.focus();

/** The ways to a first token: one's own site, one that is pasted, or an example. */
export function Beginnings() {
  const { surroundings } = useModel();
  const language = useLanguage();
  const { draft, log, now, actions } = surroundings;
  const { mend } = log.value.coverage.find(({ code }) => code === 'no-permission') ?? {};
  const tryExample = async () => {
    const { exampleToken } = await import('./example');
    const example = await exampleToken(Math.floor(now.peek() / 1000));
    if (!example) return;
    const { selected: _shownBefore, encoding: _ofBefore, ...rest } = draft.peek();
    draft.value = { ...rest, paste: example.token, key: example.secret };
  };
  return (
    <p class="beginnings">
      {mend && (
        <button type="button" class="chip is-first" onClick={() => actions.mend(mend)}>
          {language.code('mend', mend)}
        </button>
      )}
      <button type="button" class="chip" onClick={focusPasteBox}>
        {language.say('welcome_paste')}
      </button>
      <button type="button" class="chip" onClick={() => void tryExample()}>
        {language.say('welcome_example')}
      </button>
    </p>
  );
}
