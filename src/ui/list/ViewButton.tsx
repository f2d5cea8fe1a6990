import { SheetButton } from '../frame/SheetButton';
import { useLanguage } from '../model/model';

const loadChoices = async () => (await import('./ViewChoices')).ViewChoices;

/** Opens what the list looks like. */
export function ViewButton() {
  const { say } = useLanguage();
  return <SheetButton icon="view" name={say('view')} choices load={loadChoices} />;
}
