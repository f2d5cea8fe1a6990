import '../css/refusal.css';
import { useMemo } from 'preact/hooks';
import { type Exchange, isSent } from '../../core/traffic/exchange';
import { claimedTimes } from '../../core/traffic/lineageClaims';
import { WhenSent } from './WhenSent';
import { WhyButton } from './WhyButton';

/** Beside a request: whether the token was valid when it was sent, and why it was refused where it was. */
export function SentState({ exchange, text }: { exchange: Exchange; text: string }) {
  const times = useMemo(() => claimedTimes(text), [text]);
  const sent = exchange.captures.filter(({ carrier, token }) => token === text && isSent(carrier));
  if (sent.length === 0) return null;
  const readable = sent.every(({ opaque }) => opaque === undefined);
  return (
    <span class="sent-state">
      {readable && <WhenSent exchange={exchange} times={times} />} <WhyButton exchange={exchange} />
    </span>
  );
}
