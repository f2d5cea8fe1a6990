import { useSignalEffect } from '@preact/signals';
import { Icon } from '../Icon';
import { hostOf } from '../model/address';
import { lifetimeOf, summaryTimes } from '../model/lifetimes';
import { useLanguage, useModel } from '../model/model';
import type { TokenRow } from '../model/tokens';
import { whereOf } from '../model/where';
import { signatureLook } from '../token/signatureLook';
import { leftText, leftTone } from '../token/timeLook';
import { useDerived } from '../useDerived';
import { Visible } from '../Visible';

interface Row {
  row: TokenRow;
}

/** The signature's state, as a shape and, for those who cannot see it, in words. */
export function MarkCell({ row }: Row) {
  return row.capture.opaque ? <OpaqueMark row={row} /> : <SignatureMark row={row} />;
}

/** In place of a signature's state: nobody but its issuer can read this token. */
function OpaqueMark({ row }: Row) {
  const kind = useLanguage().code('opaque', row.capture.opaque ?? '');
  return (
    <span class="soft" title={kind}>
      <Icon name="hidden" />
    </span>
  );
}

function SignatureMark({ row }: Row) {
  const { verdicts, keys, language } = useModel();
  useSignalEffect(() => void verdicts.check(row.text, keys.for(row.text)));
  const look = signatureLook(verdicts.of(row.text).value);
  return (
    <span class={look.tone} title={language.say(look.status)}>
      <Icon name={look.icon} />
      <span class="unseen">{language.say(look.status)}</span>
    </span>
  );
}

export function WhoCell({ row }: Row) {
  const language = useLanguage();
  const { who } = row.summary;
  if (who !== undefined)
    return (
      <bdi>
        <Visible text={who} />
      </bdi>
    );
  const { opaque } = row.capture;
  return <span class="soft">{opaque ? language.code('opaque', opaque) : language.say('who_unknown')}</span>;
}

export function AlgCell({ row }: Row) {
  return (
    <bdi>
      <Visible text={row.summary.alg ?? ''} />
    </bdi>
  );
}

/** The host it was sent to. */
export function OriginCell({ row }: Row) {
  return <bdi title={row.exchange.url}>{hostOf(row.exchange.url)}</bdi>;
}

/** Where it travelled. When room is short, the carrier's name gives way before the scheme does. */
export function CarrierCell({ row }: Row) {
  const { carrier, scheme } = whereOf(row.capture, useLanguage().say);
  return (
    <>
      <span class="carrier">
        <Visible text={carrier} />
      </span>
      {scheme !== '' && (
        <span class="scheme">
          : <Visible text={scheme} />
        </span>
      )}
    </>
  );
}

/** How long it still lives. Only what is written changes as time goes, and only when it reads differently. */
export function LeftCell({ row }: Row) {
  const { surroundings, language } = useModel();
  const lifetime = () => lifetimeOf(summaryTimes(row.summary), surroundings);
  const tone = useDerived(() => `figures ${leftTone(lifetime())}`, [row]);
  const text = useDerived(() => leftText(lifetime(), language), [row]);
  return <span class={tone}>{text}</span>;
}
