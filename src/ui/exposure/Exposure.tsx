import '../css/exposure.css';
import { useSignal } from '@preact/signals';
import { sameOwner } from '../../core/findings/site';
import { exposureOf, type Touch } from '../../core/traffic/exposure';
import { Icon } from '../Icon';
import { useLanguage, useModel } from '../model/model';
import { carryingIn } from '../model/tokens';
import { whereOf } from '../model/where';
import { useDerived } from '../useDerived';
import { Visible } from '../Visible';

/** Every place that the token has been, with what that means; folded, as the answer is in its heading. */
export function Exposure({ text }: { text: string }) {
  const { tokens, language } = useModel();
  const isOpen = useSignal(false);
  const touches = useDerived(() => exposureOf(text, carryingIn(tokens.value, text), sameOwner), [text]).value;
  if (touches.length === 0) return null;
  const origins = new Set(touches.map(({ origin }) => origin)).size;
  const meaning = touches.filter(({ means }) => means.length > 0).length;
  return (
    <details
      class="folded exposure"
      onToggle={({ currentTarget }) => {
        isOpen.value = currentTarget.open;
      }}
    >
      <summary>
        <Icon name="fold" />
        <h3>{language.say('exposure_title')}</h3>
        <span class="soft">{language.count('exposure_origins', origins)}</span>
        {meaning > 0 && <span class="warn">{language.count('exposure_warnings', meaning)}</span>}
      </summary>
      {isOpen.value && (
        <ul>
          {touches.map((touch) => (
            <TouchItem key={`${touch.origin} ${touch.carrier.place} ${touch.carrier.name}`} touch={touch} />
          ))}
        </ul>
      )}
    </details>
  );
}

function TouchItem({ touch: { origin, carrier, count, means } }: { touch: Touch }) {
  const language = useLanguage();
  const where = whereOf({ carrier, before: '', token: '', after: '' }, language.say).carrier;
  return (
    <li>
      <p>
        <bdi class="source">{origin}</bdi>{' '}
        <span>
          <Visible text={where} />
        </span>{' '}
        <span class="soft figures">{language.count('exposure_times', count)}</span>
      </p>
      {means.map((code) => (
        <p key={code} class="means">
          <Icon name="warning" />
          {language.code('exposure', code)}
        </p>
      ))}
    </li>
  );
}
