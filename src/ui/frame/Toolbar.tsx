import { ClearButton } from './ClearButton';
import { FilterBox } from './FilterBox';
import { OpenFullButton } from './OpenFullButton';
import { RecordButton } from './RecordButton';
import { ScopeChoice } from './ScopeChoice';
import { SettingsButton } from './SettingsButton';

/** The panel's tools, in one row. */
export function Toolbar() {
  return (
    <header class="toolbar">
      <RecordButton />
      <ClearButton />
      <FilterBox />
      <ScopeChoice />
      <OpenFullButton />
      <SettingsButton />
    </header>
  );
}
