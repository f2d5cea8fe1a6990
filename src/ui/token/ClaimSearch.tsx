import type { Signal } from '@preact/signals';
import { Icon } from '../Icon';
import { useLanguage } from '../model/model';

/** Narrows many claims to those that hold a text. */
export function ClaimSearch({ sought, found }: { sought: Signal<string>; found: number }) {
  const { say, count } = useLanguage();
  return (
    <div class="box claim-search">
      <Icon name="search" />
      <input
        type="search"
        aria-label={say('claims_search')}
        placeholder={say('claims_search')}
        spellcheck={false}
        value={sought.value}
        onInput={({ currentTarget }) => {
          sought.value = currentTarget.value;
        }}
      />
      <span role="status" class="soft figures">
        {sought.value !== '' && count('claims_found', found)}
      </span>
    </div>
  );
}
