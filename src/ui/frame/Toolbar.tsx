import { ViewButton } from '../list/ViewButton';
import { ExportButton } from '../transfer/ExportButton';
import { OpenButton } from '../transfer/OpenButton';
import { MakeButton } from '../workbench/MakeButton';
import { ClearButton } from './ClearButton';
import { FilterBox } from './FilterBox';
import { OpenFullButton } from './OpenFullButton';
import { RecordButton } from './RecordButton';
import { ScopeChoice } from './ScopeChoice';
import { SettingsButton } from './SettingsButton';
import { ShortcutsButton } from './ShortcutsButton';

/** The panel's tools, in one row. */
export function Toolbar() {
  return (
    <header class="toolbar">
      <RecordButton />
      <ClearButton />
      <FilterBox />
      <ViewButton />
      <ScopeChoice />
      <MakeButton />
      <OpenButton />
      <ExportButton />
      <OpenFullButton />
      <ShortcutsButton />
      <SettingsButton />
    </header>
  );
}
