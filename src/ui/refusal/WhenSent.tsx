import { whenSent } from '../../core/refusals/life';
import type { Times } from '../../core/token/lifetime';
import type { Exchange } from '../../core/traffic/exchange';
import { useLanguage } from '../model/model';

/** Whether the token was valid when this request took it along. */
export function WhenSent({ exchange, times }: { exchange: Exchange; times: Times }) {
  const language = useLanguage();
  const { state, leftSeconds = 0 } = whenSent(times, exchange);
  const tone = state === 'expired' || state === 'not-yet-valid' ? 'bad' : 'soft';
  return <span class={tone}>{language.code('sent', state, [language.duration(leftSeconds)])}</span>;
}
