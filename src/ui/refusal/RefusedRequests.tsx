import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { refusedBy } from '../../core/refusals/refused';
import { createPicker } from '../../core/traffic/change';
import { type Exchange, isSent } from '../../core/traffic/exchange';
import { Icon } from '../Icon';
import { MoreButton } from '../MoreButton';
import { pathOf } from '../model/address';
import { useModel } from '../model/model';
import { useDerived } from '../useDerived';
import { Visible } from '../Visible';
import { askedOf } from './asked';
import { Why } from './Why';

/** Of more refusals the newest are shown until the rest is asked for. */
const MOST_ROWS = 8;

const isRefusedBare = (exchange: Exchange) =>
  exchange.captures.every(({ carrier }) => !isSent(carrier)) && refusedBy(exchange) !== undefined;

/** Requests that were refused and carried no token, so that no row of the list tells of them. */
export function RefusedRequests() {
  const model = useModel();
  const { surroundings, language } = model;
  const unfolded = useSignal(false);
  const asked = askedOf(model);
  const all = useSignal(false);
  const pick = useMemo(createPicker, []);
  const refused = useDerived(
    () => pick(surroundings.log.value.exchanges, isRefusedBare).toReversed(),
    [surroundings, pick],
  );
  const requests = refused.value;
  if (requests.length === 0) return null;
  const rows = all.value ? requests : requests.slice(0, MOST_ROWS);
  const shown = requests.find(({ id }) => id === asked.value);
  const open = unfolded.value || shown !== undefined;
  return (
    <div class="notice">
      <Icon name="warning" />
      <button
        type="button"
        class="link"
        aria-expanded={open}
        onClick={() => {
          unfolded.value = !open;
          if (open && shown) asked.value = undefined;
        }}
      >
        {language.count('refused_banner', requests.length)}
      </button>
      {open && (
        <ul class="refused-list" aria-label={language.say('refused_list')}>
          {rows.map((exchange) => (
            <li key={exchange.id}>
              <span class="figures soft">{language.clock(exchange.startedMs)}</span>
              <span class="figures">{exchange.status}</span>
              <button
                type="button"
                class="link source"
                aria-pressed={exchange === shown}
                onClick={() => {
                  asked.value = exchange.id;
                }}
              >
                {exchange.method} <Visible text={pathOf(exchange.url)} />
              </button>
            </li>
          ))}
          <MoreButton
            hidden={requests.length - rows.length}
            text={language.count('requests_more', requests.length - rows.length)}
            onMore={() => {
              all.value = true;
            }}
          />
        </ul>
      )}
      {open && shown && <Why exchange={shown} />}
    </div>
  );
}
