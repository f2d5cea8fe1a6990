import '../css/refusal.css';
import { useMemo } from 'preact/hooks';
import type { Exchange } from '../../core/traffic/exchange';
import { isSent } from '../../core/traffic/exchange';
import { claimedTimes } from '../../core/traffic/lineageClaims';
import { WhenSent } from './WhenSent';
import { WhyButton } from './WhyButton';

/** Beside a request: whether the token was valid when it was sent, and why it was refused where it was. */
export function SentState({ exchange, text }: { exchange: Exchange; text: string }) {
  const times = useMemo(() => claimedTimes(text), [text]);
  const sent = exchange.captures.some(({ carrier, token }) => token === text && isSent(carrier));
  if (!sent) return null;
  return (
    <span class="sent-state">
      <WhenSent exchange={exchange} times={times} /> <WhyButton exchange={exchange} />
    </span>
  );
}
