import { useModel } from '../model/model';
import type { KeyChoice } from './keyChoices';

interface Props {
  label: string;
  keys: readonly KeyChoice[];
  /** The id of the one that is taken. */
  value: string | undefined;
  onChoose: (id: string) => void;
}

/** One of the keys that are at hand. */
export function KeySelect({ label, keys, value, onChoose }: Props) {
  const { language } = useModel();
  return (
    <label>
      <span>{label}</span>
      <select
        aria-label={label}
        value={value ?? ''}
        disabled={keys.length === 0}
        onChange={(event) => onChoose(event.currentTarget.value)}
      >
        {keys.length === 0 && <option value="">{language.say('wb_no_key')}</option>}
        {keys.map(({ id, name }) => (
          <option value={id} key={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
