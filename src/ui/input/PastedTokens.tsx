import { useLanguage, useModel } from '../model/model';

/** Leads back to what was pasted, and from one to the other where several tokens were found in it. */
export function PastedTokens() {
  const { selection, pasted } = useModel();
  const language = useLanguage();
  const tokens = pasted.tokens.value;
  const shown = selection.row.value === undefined;
  if (tokens.length === 0 || (tokens.length === 1 && shown)) return null;
  const show = (index: number) => {
    pasted.index.value = index;
    selection.choose();
  };
  return (
    <div class="pasted">
      <span class="soft">{language.count('pasted_count', tokens.length)}</span>
      {tokens.map((text, index) => (
        <button
          type="button"
          class="chip"
          key={text}
          aria-pressed={shown && index === pasted.index.value}
          onClick={() => show(index)}
        >
          {language.say('pasted_show', [language.number(index + 1)])}
        </button>
      ))}
    </div>
  );
}
