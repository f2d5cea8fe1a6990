import { situationOf } from '../../core/snippets/situation';
import type { Snippet } from '../../core/snippets/snippet';
import { snippetsFor } from '../../core/snippets/snippets';
import { expectedOfShown } from '../model/expected';
import { useModel } from '../model/model';
import { useShown } from '../token/shown';

/** The code for the token that is shown: with what the user expects of it, its key's encoding, and where it was seen. */
export function useSnippets(): readonly Snippet[] {
  const model = useModel();
  const { token, text } = useShown();
  const row = model.selection.row.value;
  const verdict = model.verdicts.of(token.text).value;
  const key = verdict?.state === 'verified' ? verdict.key : model.keys.all.value[0];
  const encoding = key && model.keys.originOf(key).encoding;
  const seen = row?.text === text ? { exchange: row.exchange, capture: row.capture } : undefined;
  const situation = situationOf({ token, expectations: expectedOfShown(model), encoding, seen });
  return snippetsFor(situation, text);
}
