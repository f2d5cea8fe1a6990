import '../css/snippets.css';
import { signal } from '@preact/signals';
import {
  type Snippet,
  type SnippetLanguage,
  type SnippetTask,
  variablesOf,
} from '../../core/snippets/snippet';
import { Icon } from '../Icon';
import { useLanguage } from '../model/model';
import { CopyButton } from '../token/CopyButton';
import { Chips } from './Chips';
import { languageNames } from './names';
import { useSnippets } from './useSnippets';

/** What was chosen last, for every token in this window. */
const wanted = signal<{ language?: SnippetLanguage; task?: SnippetTask }>({});

/** Working code for the token that is shown, by library and task. */
export function CodeForToken() {
  const language = useLanguage();
  const snippets = useSnippets();
  const choices = piecesOf(snippets, wanted.value.language);
  const shown = choices.find((one) => one.task === wanted.value.task) ?? choices[0];
  if (!shown) return <p class="soft">{language.say('code_none')}</p>;
  const variables = variablesOf(shown.code);
  return (
    <div class="code">
      <Chips
        label={language.say('code_library')}
        chosen={shown.language}
        options={[...new Set(snippets.map((one) => one.language))].map((each) => [each, languageNames[each]])}
        onChoose={(each) => {
          wanted.value = { ...wanted.value, language: each };
        }}
      />
      {choices.length > 1 && (
        <Chips
          label={language.say('code_task')}
          chosen={shown.task}
          options={choices.map(({ task }) => [task, language.code('code_task', task)])}
          onChoose={(task) => {
            wanted.value = { ...wanted.value, task };
          }}
        />
      )}
      <div class="listing">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
        <section aria-label={language.say('code_title')} tabIndex={0}>
          <pre class="source">{shown.code}</pre>
        </section>
        <CopyButton text={shown.code} label="code_copy" />
      </div>
      <ul class="soft">
        {variables.length > 0 && <li>{language.say('code_environment', [variables.join(', ')])}</li>}
        {shown.file !== '' && <li>{language.say('code_file', [shown.file])}</li>}
        {shown.notes.map((note) => (
          <li key={note}>
            <Icon name="info" />
            {language.code('code_note', note)}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The pieces of a language; of the first one where this token has none. */
function piecesOf(snippets: readonly Snippet[], language: SnippetLanguage | undefined): readonly Snippet[] {
  const found = snippets.filter((one) => one.language === language);
  return found.length > 0 ? found : snippets.filter((one) => one.language === snippets[0]?.language);
}
