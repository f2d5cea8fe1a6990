import { useLanguage } from '../model/model';
import { SheetButton } from './SheetButton';

const loadSettings = async () => (await import('./Settings')).Settings;

/** Opens the settings. */
export function SettingsButton() {
  const { say } = useLanguage();
  return <SheetButton icon="settings" name={say('settings')} load={loadSettings} />;
}
