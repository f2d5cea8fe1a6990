import type { Expectations } from '../../core/verify/expectations';
import { expectationsFor, type KeptExpectations, withExpectation } from '../../core/verify/expectationsFor';
import type { Model } from './model';

/** What the user expects of tokens, by origin. */
export function keptExpectations({ surroundings }: Model): KeptExpectations {
  const { settings, privateExpectations } = surroundings;
  return { ...settings.value.expectations, ...privateExpectations.value };
}

/** Keeps one expectation of a scope on disk; of a private window's token in session memory alone. */
export async function keepExpectation<Name extends keyof Expectations>(
  model: Model,
  scope: string,
  name: Name,
  value: Expectations[Name],
): Promise<void> {
  const { settings, privateExpectations, isPrivate, page } = model.surroundings;
  const tabId = model.selection.row.value?.exchange.tabId ?? page.value?.tabId;
  const hidden = await isPrivate(tabId);
  const { [scope]: next } = withExpectation(keptExpectations(model), scope, name, value);
  const changed = ({ [scope]: _before, ...rest }: KeptExpectations = {}): KeptExpectations =>
    next ? { ...rest, [scope]: next } : rest;
  if (hidden) privateExpectations.value = changed(privateExpectations.value);
  else settings.value = { ...settings.value, expectations: changed(settings.value.expectations) };
}

/** The origin that the shown token was last sent to; undefined for one that was pasted. */
export function originShown({ selection }: Model): string | undefined {
  const url = selection.row.value?.exchange.url;
  return url !== undefined && URL.canParse(url) ? new URL(url).origin : undefined;
}

/** What is expected of the token that is shown. */
export function expectedOfShown(model: Model): Expectations {
  return expectationsFor(keptExpectations(model), originShown(model));
}
