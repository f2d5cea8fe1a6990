import { lifetimeAt } from '../../core/token/lifetime';
import { createLatest } from '../../core/traffic/latest';
import { Icon } from '../Icon';
import { summaryTimes } from '../model/lifetimes';
import { useModel } from '../model/model';
import type { TokenRow } from '../model/tokens';
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
  const inUse = useDerived(() => {
    const page = surroundings.page.value;
    if (!page) return [];
    const latest = createLatest();
    latest.add(surroundings.log.value.exchanges);
    const texts = new Set(latest.of(page));
    return tokens.value.filter(({ text }) => texts.has(text));
  }, [surroundings, tokens]);
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
