import type { Path } from '../../core/compare/difference';
import type { Language } from '../language';
import { firstOf } from '../token/firstOf';

/** Names and places from the outside in. */
export function pathText(path: Path, language: Language): string {
  return path.length === 0
    ? language.say('cmp_whole')
    : path.map((step) => firstOf(String(step))).join(' › ');
}
