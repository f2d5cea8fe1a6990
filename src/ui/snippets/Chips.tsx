interface Props<Value extends string> {
  label: string;
  chosen: Value;
  options: readonly (readonly [value: Value, name: string])[];
  onChoose: (value: Value) => void;
}

/** A choice among a few, all in sight. */
export function Chips<Value extends string>({ label, chosen, options, onChoose }: Props<Value>) {
  return (
    <fieldset class="pasted" aria-label={label}>
      {options.map(([value, name]) => (
        <button
          type="button"
          class="chip"
          key={value}
          aria-pressed={value === chosen}
          onClick={() => onChoose(value)}
        >
          {name}
        </button>
      ))}
    </fieldset>
  );
}
