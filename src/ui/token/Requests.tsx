import { useSignal } from '@preact/signals';
import type { Exchange } from '../../core/traffic/exchange';
import { Term } from '../explain/Term';
import { Later } from '../Later';
import { MoreButton } from '../MoreButton';
import { useLanguage, useModel } from '../model/model';
import { carryingIn } from '../model/tokens';
import { whereText } from '../model/where';
import { Overridden } from '../override/Overridden';
import { useDerived } from '../useDerived';
import { Visible } from '../Visible';
import { ProofLink } from './ProofLink';
import { RequestAddress } from './RequestAddress';

const loadSentState = async () => (await import('../refusal/SentState')).SentState;

/** Of more requests the newest are shown until the rest is asked for. */
const MOST_ROWS = 20;

/** The requests that carried the token, newest first. */
export function Requests({ text }: { text: string }) {
  const { tokens, language } = useModel();
  const all = useSignal(false);
  const carrying = useDerived(() => carryingIn(tokens.value, text), [text]);
  const requests = carrying.value.toReversed();
  if (requests.length === 0) return null;
  const rows = all.value ? requests : requests.slice(0, MOST_ROWS);
  return (
    <section class="requests" aria-label={language.say('requests_title')}>
      <h3>
        <Term asked={{ term: 'carrier' }}>{language.count('requests_heading', requests.length)}</Term>
      </h3>
      <table>
        <tbody>
          {rows.map((exchange) => (
            <RequestRow key={exchange.id} exchange={exchange} text={text} />
          ))}
        </tbody>
      </table>
      <MoreButton
        hidden={requests.length - rows.length}
        text={language.count('requests_more', requests.length - rows.length)}
        onMore={() => {
          all.value = true;
        }}
      />
    </section>
  );
}

function RequestRow({ exchange, text }: { exchange: Exchange; text: string }) {
  const language = useLanguage();
  const where = exchange.captures
    .filter(({ token }) => token === text)
    .map((capture) => whereText(capture, language.say));
  return (
    <tr>
      <td class="figures soft">{language.clock(exchange.startedMs)}</td>
      <td class={`figures ${(exchange.status ?? 0) >= 400 ? 'bad' : ''}`}>
        <Answer exchange={exchange} />
      </td>
      <td>{exchange.method}</td>
      <td class="address" title={exchange.url}>
        <RequestAddress exchange={exchange} />
      </td>
      <td class="sent">
        <Later load={loadSentState} props={{ exchange, text }} />
      </td>
      <td class="soft carried">
        <Visible text={where.join(', ')} /> <ProofLink exchange={exchange} text={text} />{' '}
        <Overridden id={exchange.id} />
      </td>
    </tr>
  );
}

function Answer({ exchange: { status, error, answerCertain, type } }: { exchange: Exchange }) {
  const { say } = useLanguage();
  // What lay in a page's storage was asked of no server.
  if (type === 'page_storage') return null;
  if (status === undefined) return <span>{error ?? say('request_unanswered')}</span>;
  if (answerCertain) return <span>{status}</span>;
  return <span title={say('request_probable_why')}>{say('request_probable', [String(status)])}</span>;
}
