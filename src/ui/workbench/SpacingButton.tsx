import { compactJson } from '../../core/sign/edit/spacing';
import { readJson } from '../../core/token/json';
import { prettyJson } from '../json/pretty';
import { useLanguage } from '../model/model';

interface Props {
  text: string;
  onChange: (text: string) => void;
}

/** Spreads a JSON text over lines, or takes it together. Only the white space between names and values changes. */
export function SpacingButton({ text, onChange }: Props) {
  const { say } = useLanguage();
  const { root, valid } = readJson(text);
  if (!root || !valid) return null;
  const isSpread = text.trim().includes('\n');
  const other = isSpread ? compactJson(text) : prettyJson(root, text);
  if (other === text) return null;
  return (
    <button type="button" class="link" title={say('wb_spacing_why')} onClick={() => onChange(other)}>
      {say(isSpread ? 'wb_compact' : 'wb_spread')}
    </button>
  );
}
