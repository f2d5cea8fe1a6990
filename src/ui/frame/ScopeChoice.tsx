import { hostOf } from '../model/address';
import { useModel } from '../model/model';
import type { Scope } from '../surroundings';

/** Whether the full tab shows one page's requests or those of all tabs. */
export function ScopeChoice() {
  const { surroundings, language } = useModel();
  const { scope, page } = surroundings;
  if (!scope || !page.value) return null;
  const origin = page.value.origin;
  return (
    <select
      class="scope"
      aria-label={language.say('scope')}
      value={scope.value}
      onChange={({ currentTarget }) => {
        scope.value = currentTarget.value as Scope;
      }}
    >
      <option value="page">
        {origin ? language.say('scope_page', [hostOf(origin)]) : language.say('scope_tab')}
      </option>
      <option value="all">{language.say('scope_all')}</option>
    </select>
  );
}
