import { useId } from 'preact/hooks';

/** One of several, by name. With a single one there is nothing to choose, and it stands there as text. */
interface Props {
  label: string;
  value: string;
  /** What each value is called. */
  options: readonly (readonly [value: string, name: string])[];
  onChange: (value: string) => void;
}

export function Choice({ label, value, options, onChange }: Props) {
  const id = useId();
  return (
    <>
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {options.map(([each, name]) => (
          <option key={each} value={each}>
            {name}
          </option>
        ))}
      </select>
    </>
  );
}
