import { useMemo } from 'preact/hooks';
import { lifetimeAt } from '../../core/token/lifetime';
import { changeOf } from '../../core/traffic/change';
import type { Exchange } from '../../core/traffic/exchange';
import { createLatest, type Latest } from '../../core/traffic/latest';
import { Icon } from '../Icon';
import { summaryTimes } from '../model/lifetimes';
import { useModel } from '../model/model';
import { newestFirst, rowIn, type TokenRow } from '../model/tokens';
import { useDerived } from '../useDerived';

/** A token in use that has expired or is about to; the expired ones first. */
interface Pressing {
  row: TokenRow;
  state: 'expired' | 'expiring';
  leftSeconds: number;
}

/** Tells calmly of the most pressing token that the page uses now, not of those that were replaced long since. */
export function ExpiryBanner() {
  const { surroundings, tokens, selection, language } = useModel();
  const latestIn = useMemo(createLatestIn, []);
  const inUse = useDerived(() => {
    const page = surroundings.page.value;
    const texts = page ? latestIn(surroundings.log.value.exchanges).of(page) : [];
    return texts.flatMap((text) => rowIn(tokens.value, text) ?? []).sort(newestFirst);
  }, [surroundings, tokens, latestIn]);
  const pressing = useDerived(
    () => mostPressing(inUse.value, surroundings.now.value, surroundings.settings.value.nearExpirySeconds),
    [surroundings, inUse],
  );
  const found = pressing.value;
  if (!found) return null;
  const { row, state, leftSeconds } = found;
  const who = row.summary.who ?? row.summary.alg ?? '';
  const text =
    state === 'expired'
      ? language.say('expiry_banner_expired', [who])
      : language.say('expiry_banner_expiring', [language.relative(leftSeconds), who]);
  return (
    <div class={`notice ${state === 'expired' ? 'is-bad' : 'is-warn'}`}>
      <Icon name={state === 'expired' ? 'over' : 'clock'} />
      <span class="figures">{text}</span>
      <button type="button" class="link" onClick={() => selection.choose(row.text)}>
        {language.say('expiry_banner_show')}
      </button>
    </div>
  );
}

/** Follows the log: what came is added, and only what went for good makes it begin anew. */
function createLatestIn(): (exchanges: readonly Exchange[]) => Latest {
  let followed: readonly Exchange[] = [];
  let latest = createLatest();
  return (exchanges) => {
    const { gone, come } = changeOf(followed, exchanges);
    followed = exchanges;
    const ids = new Set(come.map(({ id }) => id));
    const isGrown = gone.every(({ id }) => ids.has(id));
    if (!isGrown) latest = createLatest();
    latest.add(isGrown ? come : exchanges);
    return latest;
  };
}

function mostPressing(rows: readonly TokenRow[], nowMs: number, leadSeconds: number): Pressing | undefined {
  const all = rows.flatMap((row): Pressing[] => {
    const times = summaryTimes(row.summary);
    const { state, leftSeconds = 0 } = times ? lifetimeAt(times, nowMs, leadSeconds) : { state: 'unknown' };
    return state === 'expired' || state === 'expiring' ? [{ row, state, leftSeconds }] : [];
  });
  const rank = ({ state, leftSeconds }: Pressing) =>
    (state === 'expired' ? -1e12 : 0) + Math.abs(leftSeconds);
  return all.toSorted((a, b) => rank(a) - rank(b))[0];
}
