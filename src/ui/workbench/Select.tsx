interface Props {
  label: string;
  value: string;
  options: readonly string[];
  /** What stands there where there is nothing to choose. */
  empty?: string;
  onChoose: (value: string) => void;
}

/** A choice among names that need no translation. */
export function Select({ label, value, options, empty = '', onChoose }: Props) {
  return (
    <label>
      <span>{label}</span>
      <select
        aria-label={label}
        value={value}
        disabled={options.length === 0}
        onChange={(event) => onChoose(event.currentTarget.value)}
      >
        {options.length === 0 && <option value="">{empty}</option>}
        {options.map((each) => (
          <option value={each} key={each}>
            {each}
          </option>
        ))}
      </select>
    </label>
  );
}
