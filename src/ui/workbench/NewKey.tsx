import { useSignal } from '@preact/signals';
import { keyOf, makeKey, recipes } from '../../core/sign/generate';
import { signingAlgorithms } from '../../core/sign/jws/fitting';
import { useModel } from '../model/model';
import type { Bench } from './bench';

interface Props {
  bench: Bench;
  /** What the key is for. */
  use: 'sig' | 'enc';
}

/** Makes a secret or a key pair, keeps it for the session, and takes it. */
export function NewKey({ bench, use }: Props) {
  const { surroundings, language, keys } = useModel();
  const offered = recipes.filter((recipe) => use === 'enc' || recipe.use === 'sig');
  const name = useSignal(offered[0]?.name ?? '');
  const busy = useSignal(false);
  const make = async () => {
    const recipe = offered.find((each) => each.name === name.value);
    if (!recipe) return;
    busy.value = true;
    const { text, encoding } = await makeKey(recipe);
    const taken = new Set(keys.kept.value.map((kept) => kept.name));
    const title = freeName(language.say('wb_new_key_name', [recipe.name]), taken);
    surroundings.keyring.value = [
      ...surroundings.keyring.value,
      { name: title, text, ...(encoding && { encoding }) },
    ];
    bench.chooseKey(`kept 0 ${text}`);
    const key = keyOf({ text, ...(encoding && { encoding }) });
    const algorithms = key ? signingAlgorithms(key) : [];
    const [first] = algorithms;
    const wanted = algorithms.find((alg) => alg === recipe.name) ?? first;
    if (use === 'sig' && wanted !== undefined && !algorithms.includes(bench.alg.value ?? ''))
      bench.setAlg(wanted);
    busy.value = false;
  };
  return (
    <div class="new-key">
      <label>
        <span>{language.say('wb_new_key_kind')}</span>
        <select
          aria-label={language.say('wb_new_key_kind')}
          value={name.value}
          onChange={(event) => {
            name.value = event.currentTarget.value;
          }}
        >
          {offered.map((recipe) => (
            <option value={recipe.name} key={recipe.name}>
              {'secretBytes' in recipe.make ? language.say('wb_recipe_secret', [recipe.name]) : recipe.name}
            </option>
          ))}
        </select>
      </label>
      <button type="button" class="chip" disabled={busy.value} onClick={() => void make()}>
        {language.say(busy.value ? 'wb_making' : 'wb_make')}
      </button>
      <p class="soft">{language.say('wb_new_key_kept')}</p>
    </div>
  );
}

/** The name itself, or with a number behind where it is taken. */
function freeName(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  for (let count = 2; taken.has(free); count++) free = `${name} ${count}`;
  return free;
}
