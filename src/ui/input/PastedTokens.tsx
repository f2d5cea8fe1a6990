import { useLanguage, useModel } from '../model/model';

/** Leads back to what was pasted, and from one to the other where several tokens were found in it. */
export function PastedTokens() {
  const { selection } = useModel();
  const language = useLanguage();
  const pasted = selection.pasted.value;
  const shown = selection.row.value === undefined;
  if (pasted.length === 0 || (pasted.length === 1 && shown)) return null;
  const show = (index: number) => {
    selection.pastedIndex.value = index;
    selection.choose();
  };
  return (
    <div class="pasted">
      <span class="soft">{language.count('pasted_count', pasted.length)}</span>
      {pasted.map((text, index) => (
        <button
          type="button"
          class="chip"
          key={text}
          aria-pressed={shown && index === selection.pastedIndex.value}
          onClick={() => show(index)}
        >
          {language.say('pasted_show', [language.number(index + 1)])}
        </button>
      ))}
    </div>
  );
}
