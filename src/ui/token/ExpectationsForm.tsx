import { useSignal } from '@preact/signals';
import type { Expectations } from '../../core/verify/expectations';
import { everywhere } from '../../core/verify/expectationsFor';
import { Icon } from '../Icon';
import { keepExpectation, keptExpectations, originShown } from '../model/expected';
import { useModel } from '../model/model';
import { ExpectationField, type Put } from './ExpectationField';
import { listFields, numberFields } from './expectationFields';
import { SchemaField } from './SchemaField';

/** What the user expects of tokens: of all, or of those that are sent to the shown token's origin. */
export function ExpectationsForm() {
  const model = useModel();
  const { say } = model.language;
  const origin = originShown(model);
  const chosen = useSignal(everywhere);
  const scope = chosen.value === origin ? origin : everywhere;
  const kept = keptExpectations(model);
  const given: Expectations = kept[scope] ?? {};
  const put: Put = (name, value) => {
    void keepExpectation(model, scope, name, value);
  };
  return (
    <details class="folded">
      <summary>
        <Icon name="fold" />
        <h3>{say('expectations_title')}</h3>
      </summary>
      <div class="expectations" key={scope}>
        {origin !== undefined && (
          <fieldset class="pasted">
            <legend>{say('expectations_scope')}</legend>
            {[everywhere, origin].map((each) => (
              <button
                type="button"
                class="chip"
                key={each}
                aria-pressed={each === scope}
                onClick={() => {
                  chosen.value = each;
                }}
              >
                {each === everywhere ? say('expectations_everywhere') : each}
              </button>
            ))}
          </fieldset>
        )}
        {listFields.map((field) => (
          <ExpectationField key={field.name} field={field} given={given} put={put} />
        ))}
        {numberFields.map((field) => (
          <ExpectationField key={field.name} field={field} given={given} put={put} />
        ))}
        <SchemaField given={given.schema} put={put} />
        <p class="soft">{say('expectations_why')}</p>
      </div>
    </details>
  );
}
