import { useId } from 'preact/hooks';
import { partOf } from '../../core/token/token';
import { draftSchema } from '../../core/verify/schemaDraft';
import { useModel } from '../model/model';
import type { Put } from './ExpectationField';
import { isLong } from './reader';
import { useShown } from './shown';

/** The box for a JSON Schema of the payload, which can be drafted from the shown token and those of its lineage: names and types, no values. */
export function SchemaField({ given, put }: { given: string | undefined; put: Put }) {
  const { surroundings, language } = useModel();
  const { say } = language;
  const { token, text } = useShown();
  const id = useId();
  const payload = partOf(token, 'payload');
  const isObject = payload?.json?.type === 'object' && !isLong(token.text);
  const draft = async () => {
    const { lineagePayloads } = await import('./lineagePayloads');
    const seen = lineagePayloads(text, surroundings.log.value.exchanges);
    put('schema', draftSchema([JSON.parse(payload?.text ?? 'null'), ...seen]));
  };
  return (
    <>
      <label for={id}>{say('expectations_schema')}</label>
      <textarea
        id={id}
        class="source"
        rows={3}
        spellcheck={false}
        value={given ?? ''}
        onChange={(event) => put('schema', event.currentTarget.value.trim() || undefined)}
      />
      {isObject && (
        <button
          type="button"
          class="chip"
          title={language.say('expectations_draft_why')}
          onClick={() => void draft()}
        >
          {say('expectations_draft')}
        </button>
      )}
    </>
  );
}
