import { SheetButton } from '../frame/SheetButton';
import { useModel } from '../model/model';

const loadSheet = async () => (await import('./ExportSheet')).ExportSheet;

/** Opens what the log is saved as. */
export function ExportButton() {
  const { language, surroundings } = useModel();
  return (
    <SheetButton
      icon="export"
      name={language.say('export')}
      title={language.say('export_title_long')}
      choices
      disabled={surroundings.log.value.exchanges.length === 0}
      load={loadSheet}
    />
  );
}
