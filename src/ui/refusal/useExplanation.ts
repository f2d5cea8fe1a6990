import { useRef } from 'preact/hooks';
import { type Explanation, explainRefusal } from '../../core/refusals/explain';
import type { Exchange } from '../../core/traffic/exchange';
import { keptExpectations } from '../model/expected';
import { useModel } from '../model/model';
import { useAnswer } from '../useAnswer';
import { useDerived } from '../useDerived';
import { seenBy } from './scene';

/**
 * Why a request was refused; undefined while that is being found out, or when it was not. While more traffic is read,
 * what was found before stays.
 */
export function useExplanation(exchange: Exchange): Explanation | undefined {
  const model = useModel();
  const seen = seenBy(model).value;
  const keys = model.keys.all.value;
  const expectations = useDerived(() => keptExpectations(model), [model]).value;
  const latest = useRef<Explanation | undefined>(undefined);
  const answer = useAnswer(
    () => explainRefusal(exchange, { ...seen, keys, expectations }),
    [exchange.id, exchange.status, exchange.refusal, seen, keys, expectations],
  );
  if (answer) latest.current = answer;
  return answer ?? (latest.current?.exchange.id === exchange.id ? latest.current : undefined);
}
