import { refusedBy } from '../../core/refusals/refused';
import { isSent } from '../../core/traffic/exchange';
import { useModel } from '../model/model';
import { carryingIn } from '../model/tokens';
import { useDerived } from '../useDerived';
import { askedOf } from './asked';
import { Why } from './Why';

/** Above a token: why the request that the reader asked about, or the latest one that it could not open, was refused. */
export function WhyRefused({ text }: { text: string }) {
  const model = useModel();
  const refused = useDerived(() => {
    const asked = askedOf(model).value;
    const all = carryingIn(model.tokens.value, text).filter(
      (exchange) =>
        refusedBy(exchange) !== undefined &&
        exchange.captures.some(({ carrier, token }) => token === text && isSent(carrier)),
    );
    return all.find(({ id }) => id === asked) ?? all.at(-1);
  }, [model, text]);
  return refused.value ? <Why exchange={refused.value} /> : null;
}
