import { useId } from 'preact/hooks';
import { Icon } from '../Icon';
import { useListing } from '../list/listing';
import { useLanguage, useModel } from '../model/model';
import { Completions } from './Completions';
import { QueryFaults } from './QueryFaults';
import { useProposals } from './useProposals';

/** Narrows the list by a query, and proposes what could stand in it (ARIA Authoring Practices, combobox). */
export function FilterBox() {
  const { filter } = useModel();
  const { faults } = useListing().query.value;
  const { say } = useLanguage();
  const id = useId();
  const proposals = useProposals();
  const active = proposals.active.value;
  return (
    <div class="filtering">
      <div class="box filter">
        <Icon name="search" />
        <input
          type="search"
          // biome-ignore lint/a11y/noRedundantRoles: without a list attribute a search box is none
          role="combobox"
          list={undefined}
          ref={proposals.box}
          aria-label={say('filter_label')}
          aria-autocomplete="list"
          aria-expanded={proposals.list.value.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
          aria-invalid={faults.length > 0}
          aria-describedby={`${id}-faults`}
          placeholder={say('filter_placeholder')}
          autocomplete="off"
          spellcheck={false}
          value={filter.query.value}
          onInput={(event) => {
            filter.query.value = event.currentTarget.value;
            proposals.propose();
          }}
          onKeyDown={proposals.onKeyDown}
          onBlur={proposals.close}
        />
      </div>
      <Completions id={id} completions={proposals.list.value} active={active} onTake={proposals.take} />
      <QueryFaults id={`${id}-faults`} faults={faults} />
    </div>
  );
}
