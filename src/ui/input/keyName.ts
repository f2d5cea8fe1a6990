import type { Key } from '../../core/key/key';
import type { Language } from '../language';
import { keyText } from './keyText';

/** What a key is called as long as nobody names it: by the name it brought along, else by what it is. */
export function nameFor(keys: readonly Key[], language: Language): string {
  const [first] = keys;
  if (!first) return '';
  if (keys.length > 1) return language.count('keys_read', keys.length).replace(/\.$/, '');
  return first.label || first.kid || keyText(first, language);
}
