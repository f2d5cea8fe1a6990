import { ClearButton } from './ClearButton';
import { FilterBox } from './FilterBox';
import { RecordButton } from './RecordButton';
import { SettingsButton } from './SettingsButton';

/** The panel's tools, in one row. */
export function Toolbar() {
  return (
    <header class="toolbar">
      <RecordButton />
      <ClearButton />
      <FilterBox />
      <SettingsButton />
    </header>
  );
}
