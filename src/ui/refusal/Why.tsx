import '../css/refusal.css';
import type { Explanation } from '../../core/refusals/explain';
import type { Exchange } from '../../core/traffic/exchange';
import { Icon } from '../Icon';
import { pathOf } from '../model/address';
import { useLanguage } from '../model/model';
import { Settling } from '../Settling';
import { useIsFirst } from '../useIsFirst';
import { useRoom } from '../useRoom';
import { Visible } from '../Visible';
import { CauseView } from './CauseView';
import { useExplanation } from './useExplanation';

/** Why one request was refused: the likeliest cause, what points to it and what to do; the others folded. */
export function Why({ exchange }: { exchange: Exchange }) {
  const language = useLanguage();
  const explanation = useExplanation(exchange);
  const isFirst = useIsFirst(explanation !== undefined);
  const room = useRoom(explanation !== undefined);
  const { status, method, url, startedMs } = exchange;
  const title =
    status !== undefined && status >= 400
      ? language.say('refusal_title', [String(status)])
      : language.say('refusal_title_words');
  return (
    <section class="why" aria-label={title} ref={room}>
      <h2>
        <Icon name="warning" />
        {title}
      </h2>
      <p class="soft source">
        <Visible text={language.say('refusal_at', [method, pathOf(url), language.clock(startedMs)])} />
      </p>
      {explanation ? (
        <Causes explanation={explanation} />
      ) : (
        <p role="status">{language.say('refusal_busy')}</p>
      )}
      {isFirst && <Settling />}
    </section>
  );
}

function Causes({ explanation: { causes, libraries } }: { explanation: Explanation }) {
  const { say } = useLanguage();
  const [first, ...others] = causes;
  return (
    <>
      <CauseView cause={first} />
      {others.length > 0 && (
        <details>
          <summary>{say('refusal_others', [String(others.length)])}</summary>
          {others.map((cause) => (
            <CauseView key={cause.code} cause={cause} />
          ))}
          {libraries.map(({ library, outcome }) =>
            outcome.state === 'refuses' ? (
              <p key={library} class="soft">
                {say('refusal_libraries', [library, `${outcome.error}: ${outcome.message}`])}
              </p>
            ) : null,
          )}
        </details>
      )}
    </>
  );
}
