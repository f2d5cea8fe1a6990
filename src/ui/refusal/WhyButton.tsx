import { refusedBy } from '../../core/refusals/refused';
import type { Exchange } from '../../core/traffic/exchange';
import { pathOf } from '../model/address';
import { useModel } from '../model/model';
import { askedOf } from './asked';

/** Beside a refused request: asks why. */
export function WhyButton({ exchange }: { exchange: Exchange }) {
  const model = useModel();
  const { say } = model.language;
  if (!refusedBy(exchange)) return null;
  const asked = askedOf(model);
  return (
    <button
      type="button"
      class="link"
      aria-pressed={asked.value === exchange.id}
      aria-label={say('refusal_show_of', [exchange.method, pathOf(exchange.url)])}
      onClick={() => {
        asked.value = exchange.id;
      }}
    >
      {say('refusal_show')}
    </button>
  );
}
