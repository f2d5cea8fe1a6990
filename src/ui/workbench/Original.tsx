import { compareJson, type JsonComparison } from '../../core/compare/compareJson';
import { readJson } from '../../core/token/json';
import { DifferenceList } from '../compare/DifferenceList';
import { Icon } from '../Icon';
import { prettyJson } from '../json/pretty';
import { useModel } from '../model/model';
import type { WorkbenchDraft } from '../surroundings';
import type { Bench } from './bench';
import { startFrom } from './startFrom';

const parts = ['header', 'payload'] as const;

/** The token that the edit began as stays beside it, with what is different now. */
export function Original({ bench }: { bench: Bench }) {
  const { language } = useModel();
  const { edit } = bench;
  const { original } = edit.value;
  const start = original === undefined ? undefined : startFrom(original);
  if (!start) return null;
  return (
    <section class="original" aria-label={language.say('wb_original')}>
      <h3>{language.say('wb_changes')}</h3>
      {parts.map((part) => (
        <Changes key={part} part={part} before={start} after={edit.value} />
      ))}
      <details class="folded">
        <summary>
          <Icon name="fold" />
          {language.say('wb_original')}
        </summary>
        {parts.map((part) => (
          <pre key={part} class={`source is-${part}`}>
            {readable(start[part])}
          </pre>
        ))}
        <button type="button" class="link" onClick={() => bench.begin({ token: original ?? '' })}>
          {language.say('wb_back_to_original')}
        </button>
      </details>
    </section>
  );
}

interface ChangesProps {
  part: (typeof parts)[number];
  before: WorkbenchDraft;
  after: WorkbenchDraft;
}

function Changes({ part, before, after }: ChangesProps) {
  const { language } = useModel();
  const label = language.say(part === 'header' ? 'wb_header' : 'wb_payload');
  const compared = comparisonOf(before[part], after[part]);
  if (!compared) return <p class="soft">{language.say('wb_changes_unreadable', [label])}</p>;
  const { differences } = compared;
  return (
    <>
      <p class="soft">
        {label}: {sentenceFor(before[part] === after[part], compared, language)}
      </p>
      {differences.length > 0 && <DifferenceList differences={differences} label={label} />}
    </>
  );
}

function sentenceFor(
  identical: boolean,
  compared: JsonComparison,
  language: ReturnType<typeof useModel>['language'],
) {
  const { differences, reordered } = compared;
  if (identical) return language.say('wb_part_identical');
  if (differences.length > 0) return language.count('wb_part_changes', differences.length);
  return language.say(reordered ? 'wb_part_reordered' : 'wb_part_rewritten');
}

/** Undefined while what is there is no JSON. */
function comparisonOf(before: string, after: string): JsonComparison | undefined {
  const [one, other] = [readJson(before), readJson(after)];
  if (!one.root || !other.root || !one.valid || !other.valid) return undefined;
  return compareJson({ text: before, root: one.root }, { text: after, root: other.root });
}

function readable(text: string): string {
  const { root, valid } = readJson(text);
  return root && valid ? prettyJson(root, text) : text;
}
