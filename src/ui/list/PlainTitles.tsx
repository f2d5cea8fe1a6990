// biome-ignore-all lint/a11y/useSemanticElements: they belong to a grid that draws only the rows that are seen
// biome-ignore-all lint/a11y/useFocusableInteractive: nothing can be done with them
import { useLanguage } from '../model/model';
import type { Column } from './columns';

/** Titles of columns that are only read. */
export function PlainTitles({ columns }: { columns: readonly Column[] }) {
  const { say } = useLanguage();
  return (
    <div role="row" class="titles" aria-rowindex={1}>
      {columns.map(({ name, title }) => (
        <span role="columnheader" class={name} key={name}>
          {say(title)}
        </span>
      ))}
    </div>
  );
}
