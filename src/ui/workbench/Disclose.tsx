import { objectIn } from '../../core/sign/edit/members';
import { neededClaims } from '../../core/sign/sdJwt/conceal';
import type { JsonNode } from '../../core/token/json';
import { useModel } from '../model/model';
import type { Bench } from './bench';

/** So many claims and elements are offered. */
const MOST = 100;

/** Which claims the holder may keep back: signing makes an SD-JWT of them (RFC 9901). */
export function Disclose({ bench }: { bench: Bench }) {
  const { language } = useModel();
  const found = objectIn(bench.edit.value.payload);
  if (!found.ok) return <p class="soft">{language.code('wb_no_fields', found.code)}</p>;
  const { hidden } = bench;
  const toggle = (id: string, on: boolean) => {
    const next = new Set(hidden.value);
    if (on) next.add(id);
    else next.delete(id);
    hidden.value = next;
  };
  return (
    <fieldset class="disclose">
      <legend class="soft">{language.say('wb_disclose_why')}</legend>
      {pathsIn(found.root, [])
        .slice(0, MOST)
        .map((path) => {
          const id = JSON.stringify(path);
          return (
            <label key={id}>
              <input
                type="checkbox"
                checked={hidden.value.has(id)}
                onChange={(event) => toggle(id, event.currentTarget.checked)}
              />
              <span class="source">{path.join(' › ')}</span>
              {path.length === 1 && neededClaims.has(String(path[0])) && (
                <span class="soft">{language.say('wb_disclose_needed')}</span>
              )}
            </label>
          );
        })}
    </fieldset>
  );
}

type Path = readonly (string | number)[];

/** Every claim and every element of a list, the outer before the inner. */
function pathsIn(node: JsonNode, path: Path): readonly Path[] {
  if (node.type === 'array')
    return node.items.flatMap((item, at) => [[...path, at], ...pathsIn(item, [...path, at])]);
  if (node.type !== 'object') return [];
  return node.members.flatMap(({ name, value, duplicate }) =>
    duplicate ? [] : [[...path, name], ...pathsIn(value, [...path, name])],
  );
}
