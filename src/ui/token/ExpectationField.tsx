import { useId } from 'preact/hooks';
import type { Expectations } from '../../core/verify/expectations';
import { useLanguage } from '../model/model';
import type { Field } from './expectationFields';

export type Put = <Name extends keyof Expectations>(name: Name, value: Expectations[Name]) => void;

interface Props<Name extends keyof Expectations> {
  field: Field<Name>;
  given: Expectations;
  put: Put;
}

/** The box for one expectation; emptied, it is no expectation any more. */
export function ExpectationField<Name extends keyof Expectations>({ field, given, put }: Props<Name>) {
  const { say } = useLanguage();
  const id = useId();
  return (
    <>
      <label for={id}>{say(field.label)}</label>
      <input
        id={id}
        autocomplete="off"
        spellcheck={false}
        placeholder={field.example}
        value={field.written(given)}
        onChange={(event) => put(field.name, field.read(event.currentTarget.value))}
      />
    </>
  );
}
