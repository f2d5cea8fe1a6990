import { refusedBy } from '../../core/refusals/refused';
import { useModel } from '../model/model';
import { askedOf } from '../refusal/asked';
import type { Mark } from './lanes';

/** Shows a mark's token; of a refused request also why. */
export function useChoose(): (mark: Mark) => void {
  const model = useModel();
  return ({ token, exchange }) => {
    model.detail.value = 'token';
    if (token !== '') model.selection.choose(token);
    if (exchange && refusedBy(exchange)) askedOf(model).value = exchange.id;
  };
}
