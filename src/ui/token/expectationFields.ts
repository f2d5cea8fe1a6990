import type { Expectations } from '../../core/verify/expectations';
import type { MessageKey } from '../say';

/** How one expectation is written in a box. */
export interface Field<Name extends keyof Expectations = keyof Expectations> {
  name: Name;
  label: MessageKey;
  /** The example in an empty box. */
  example: string;
  /** What the box shows. */
  written(given: Expectations): string;
  /** What its text means; undefined for no expectation. */
  read(text: string): Expectations[Name];
}

/** Names stand between commas, as they may hold spaces themselves. */
function namesIn(text: string): readonly string[] | undefined {
  const names = text.split(',').map((name) => name.trim());
  const named = names.filter((name) => name !== '');
  return named.length > 0 ? named : undefined;
}

function secondsIn(text: string): number | undefined {
  const seconds = Number(text);
  return text.trim() !== '' && Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
}

type ListName = 'algorithms' | 'issuers' | 'audiences' | 'required';
type NumberName = 'leewaySeconds' | 'maxAgeSeconds' | 'maxLifetimeSeconds';

function list(name: ListName, label: MessageKey, example: string): Field<ListName> {
  return { name, label, example, written: (given) => given[name]?.join(', ') ?? '', read: namesIn };
}

function seconds(name: NumberName, label: MessageKey, example: string): Field<NumberName> {
  return { name, label, example, written: (given) => `${given[name] ?? ''}`, read: secondsIn };
}

export const listFields: readonly Field<ListName>[] = [
  list('algorithms', 'expectations_algorithms', 'HS256'),
  list('issuers', 'expectations_issuers', 'https://login.example/'),
  list('audiences', 'expectations_audiences', 'https://api.example'),
  list('required', 'expectations_required', 'exp, sub'),
];

export const numberFields: readonly Field<NumberName>[] = [
  seconds('leewaySeconds', 'expectations_leeway', '30'),
  seconds('maxAgeSeconds', 'expectations_max_age', '3600'),
  seconds('maxLifetimeSeconds', 'expectations_max_lifetime', '86400'),
];
