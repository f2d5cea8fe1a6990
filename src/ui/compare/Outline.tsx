import { Icon } from '../Icon';
import { useLanguage } from '../model/model';
import { Visible } from '../Visible';
import type { OutlineFact } from './useOutline';

/** What is the same and what is not, before any detail. */
export function Outline({ facts }: { facts: readonly OutlineFact[] }) {
  const { say } = useLanguage();
  return (
    <dl class="outline">
      {facts.map(({ name, same, text, before, after }) => (
        <div key={name} class={same ? 'is-same' : 'is-different'}>
          <dt>
            <Icon name={same ? 'done' : 'unequal'} />
            {say(name)}
          </dt>
          <dd>
            {text !== undefined ? (
              <Visible text={text} />
            ) : (
              <>
                <span>
                  <span class="unseen">{say('cmp_before')}: </span>
                  <Visible text={before ?? ''} />
                </span>
                <span aria-hidden="true"> → </span>
                <span>
                  <span class="unseen">{say('cmp_after')}: </span>
                  <Visible text={after ?? ''} />
                </span>
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
