import { useId } from 'preact/hooks';
import { useLanguage } from '../model/model';
import { groupNames, groupTitles } from './groupings';
import { useListing } from './listing';
import { columnNames, columnsNamed } from './panelColumns';

/** What the list looks like: its groups and its columns. */
export function ViewChoices() {
  return (
    <>
      <Groups />
      <Columns />
      <Following />
    </>
  );
}

function Groups() {
  const { settings, change } = useListing();
  const { say } = useLanguage();
  const id = useId();
  const chosen = settings.value.group ?? 'token';
  return (
    <fieldset>
      <legend>{say('group')}</legend>
      {groupNames.map((name) => (
        <label key={name}>
          <input type="radio" name={id} checked={name === chosen} onChange={() => change({ group: name })} />
          {say(groupTitles[name])}
        </label>
      ))}
    </fieldset>
  );
}

function Columns() {
  const { columns, change } = useListing();
  const { say } = useLanguage();
  const shown = columns.value.map(({ name }) => name as string);
  const toggled = (name: string) =>
    shown.includes(name) ? shown.filter((one) => one !== name) : [...shown, name];
  return (
    <fieldset>
      <legend>{say('columns')}</legend>
      {columnsNamed(columnNames)
        .filter(({ name }) => name !== 'who')
        .map(({ name, title }) => (
          <label key={name}>
            <input
              type="checkbox"
              checked={shown.includes(name)}
              onChange={() => change({ columns: toggled(name) })}
            />
            {say(title)}
          </label>
        ))}
    </fieldset>
  );
}

function Following() {
  const { settings, change } = useListing();
  const { say } = useLanguage();
  const on = settings.value.follow === true;
  return (
    <label>
      <input type="checkbox" checked={on} onChange={() => change({ follow: !on })} />
      {say('follow')}
    </label>
  );
}
