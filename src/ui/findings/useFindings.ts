import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Finding } from '../../core/findings/finding';
import { findingsOfToken } from '../../core/findings/findings';
import { rememberingReader } from '../../core/findings/situation';
import { partOf, type Token } from '../../core/token/token';
import type { Exchange } from '../../core/traffic/exchange';
import { shownIn } from '../model/file';
import { type Model, useModel } from '../model/model';
import { carryingIn } from '../model/tokens';
import { isLong } from '../token/reader';
import { useAnswer } from '../useAnswer';
import { secretIsKnown } from './knownSecret';

interface Found {
  /** Undefined until they are found. */
  found: readonly Finding[] | undefined;
  /** Whether nothing more is awaited. */
  settled: boolean;
}

/** The findings of a token; what was last found stays until the next answer, so that nothing flickers. */
export function useFindings(token: Token): Found {
  const model = useModel();
  const known = useKnownSecret(token, model);
  const isKnown = known === true;
  const verdict = model.verdicts.of(token.text).value;
  const keys = model.keys.for(token.text);
  const seen = sightingsKey(carryingIn(model.tokens.value, token.text));
  const answer = useAnswer(
    () =>
      findingsOfToken(token, {
        exchanges: model.surroundings.log.peek().exchanges,
        verdict,
        keys,
        secretIsKnown: isKnown,
        nowMs: model.surroundings.now.peek(),
        read: rememberingReader(),
      }),
    [token, seen, verdict, keys, isKnown],
  );
  const last = useSignal<{ token: Token; found: readonly Finding[] } | undefined>(undefined);
  useEffect(() => {
    if (answer) last.value = { token, found: answer };
  }, [answer, token, last]);
  const recorded = shownIn(model.file.value)?.findings.get(token.text);
  const found = recorded ?? answer ?? (last.value?.token === token ? last.value.found : undefined);
  return { found, settled: recorded !== undefined || (answer !== undefined && known !== undefined) };
}

/** Changes when the token is sent again or answered. */
function sightingsKey(carrying: readonly Exchange[]): string {
  return `${carrying.length} ${carrying.at(-1)?.status} ${carrying.at(-1)?.captures.length}`;
}

/** Whether everybody knows the token's secret; undefined until it was tried, false where the user does not want that. */
function useKnownSecret(token: Token, { surroundings }: Model): boolean | undefined {
  const wanted = surroundings.settings.value.leaveSecretsUntried !== true;
  const isSigned = partOf(token, 'signature') !== undefined && !isLong(token.text);
  const isTried = wanted && isSigned;
  const answer = useAnswer(
    () => (isTried ? secretIsKnown(token.text) : Promise.resolve(false)),
    [token, wanted],
  );
  return isTried ? answer : false;
}
