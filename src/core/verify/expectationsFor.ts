import type { Expectations } from './expectations';

/** In place of an origin: tokens of every origin, and pasted ones. */
export const everywhere = '*';

/** Expectations by the origin that a token was sent to, or `everywhere`. */
export type KeptExpectations = Readonly<Record<string, Expectations>>;

/** What is expected of a token sent to an origin: what is set for it, and for the rest what is set for all. */
export function expectationsFor(kept: KeptExpectations, origin: string | undefined): Expectations {
  return { ...kept[everywhere], ...(origin !== undefined && kept[origin]) };
}

/** The same with one expectation set for a scope, or with `undefined` taken away; an empty scope is dropped. */
export function withExpectation<Name extends keyof Expectations>(
  kept: KeptExpectations,
  scope: string,
  name: Name,
  value: Expectations[Name],
): KeptExpectations {
  const { [name]: _before, ...others } = kept[scope] ?? {};
  const own = value === undefined ? others : { ...others, [name]: value };
  const { [scope]: _scope, ...rest } = kept;
  return Object.keys(own).length === 0 ? rest : { ...rest, [scope]: own };
}
