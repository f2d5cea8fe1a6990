import { useSignal } from '@preact/signals';
import type { Disclosure } from '../../core/token/sdJwt';
import { MoreButton } from '../MoreButton';
import { useLanguage, useModel } from '../model/model';
import { Visible } from '../Visible';
import { ClaimValue } from './ClaimValue';
import { LongText } from './LongText';

/** So many disclosures are drawn, and so many more each time the rest is asked for. */
const AT_ONCE = 50;

/** The disclosures in the order in which they stand: what each discloses, and whether a digest calls for it. */
export function Disclosures({ disclosures }: { disclosures: readonly Disclosure[] }) {
  const { say, count } = useLanguage();
  const drawn = useSignal(AT_ONCE);
  const hidden = disclosures.length - drawn.value;
  if (disclosures.length === 0) return <p class="soft">{say('sd_none')}</p>;
  return (
    <>
      <table class="differences" aria-label={say('sd_disclosures')}>
        <thead>
          <tr>
            <th scope="col">{say('claim_column_name')}</th>
            <th scope="col">{say('claim_column_value')}</th>
            <th scope="col">{say('sd_digest')}</th>
          </tr>
        </thead>
        <tbody>
          {disclosures.slice(0, drawn.value).map((disclosure) => (
            <DisclosureRow key={disclosure.part.span.start} {...disclosure} />
          ))}
        </tbody>
      </table>
      <MoreButton
        hidden={hidden}
        text={count('sd_more', hidden)}
        onMore={() => {
          drawn.value += AT_ONCE;
        }}
      />
    </>
  );
}

/** One disclosure. While it is pointed at, its characters are marked in the token. */
function DisclosureRow({ part, digest, name, value, path }: Disclosure) {
  const { pointed, language } = useModel();
  const point = () => {
    const span = { start: 0, end: part.text?.length ?? part.bytes.length };
    pointed.value = { part: part.name, at: part.span.start, span };
  };
  const leave = () => {
    if (pointed.value?.at === part.span.start) pointed.value = undefined;
  };
  const place = path?.join(' › ') ?? name ?? language.say('sd_element');
  return (
    <tr onPointerEnter={point} onPointerLeave={leave}>
      <th scope="row" class="source">
        <Visible text={place} />
      </th>
      <td>
        {value ? (
          <ClaimValue value={value} text={part.text ?? ''} path={place} name={place} />
        ) : (
          <LongText text={part.text ?? ''} />
        )}
      </td>
      <td>
        <span class={path ? 'soft' : 'bad'}>{language.say(path ? 'sd_matched' : 'sd_unmatched')}</span>{' '}
        <span class="source soft">{digest}</span>
      </td>
    </tr>
  );
}
