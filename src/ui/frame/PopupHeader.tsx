import { Later } from '../Later';
import { hostOf } from '../model/address';
import { useLanguage, useModel } from '../model/model';
import { MakeButton } from '../workbench/MakeButton';
import { ClearButton } from './ClearButton';
import { Emblem } from './Emblem';
import { OpenFullButton } from './OpenFullButton';
import { SettingsButton } from './SettingsButton';

const loadHelp = async () => (await import('./ShortcutsButton')).ShortcutsButton;

/** Whose popup this is, and which page it looks at. */
export function PopupHeader() {
  const { page } = useModel().surroundings;
  const { say } = useLanguage();
  const origin = page.value?.origin;
  return (
    <header class="top">
      <Emblem />
      <h1>{say('product')}</h1>
      <bdi class="soft origin" title={origin}>
        {origin && hostOf(origin)}
      </bdi>
      <ClearButton />
      <MakeButton />
      <OpenFullButton />
      <div class="tool-place">
        <Later load={loadHelp} props={{}} />
      </div>
      <SettingsButton />
    </header>
  );
}
