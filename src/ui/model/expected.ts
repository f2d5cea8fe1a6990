import type { Expectations } from '../../core/verify/expectations';
import { expectationsFor, type KeptExpectations } from '../../core/verify/expectationsFor';
import type { Model } from './model';

const none: KeptExpectations = {};

/** What the user expects of tokens, by origin. */
export function keptExpectations({ surroundings }: Model): KeptExpectations {
  return surroundings.settings.value.expectations ?? none;
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
