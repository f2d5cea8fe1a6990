import { useLanguage } from '../model/model';
import type { TokenRow } from '../model/tokens';
import { Visible } from '../Visible';

interface Row {
  row: TokenRow;
}

export function IssuerCell({ row }: Row) {
  return (
    <bdi title={row.summary.iss}>
      <Visible text={row.summary.iss ?? ''} />
    </bdi>
  );
}

export function KidCell({ row }: Row) {
  return (
    <bdi title={row.summary.kid}>
      <Visible text={row.summary.kid ?? ''} />
    </bdi>
  );
}

/** The status of the latest answer, or why there is none. */
export function StatusCell({ row: { exchange } }: Row) {
  const refused = (exchange.status ?? 0) >= 400;
  return <span class={refused ? 'figures bad' : 'figures'}>{exchange.status ?? exchange.error}</span>;
}

export function RequestsCell({ row }: Row) {
  return <span class="figures">{useLanguage().number(row.requests)}</span>;
}

/** When the latest request that carried it was sent. */
export function SeenCell({ row }: Row) {
  return <span class="figures">{useLanguage().clock(row.exchange.startedMs)}</span>;
}
