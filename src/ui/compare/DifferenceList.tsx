import { useSignal } from '@preact/signals';
import type { Difference } from '../../core/compare/difference';
import { MoreButton } from '../MoreButton';
import { useLanguage } from '../model/model';
import { DifferenceValue } from './DifferenceValue';
import { pathText } from './pathText';

/** So many differences are drawn, and so many more each time the rest is asked for. */
const AT_ONCE = 100;

/** What differs, one line each: where, from what, to what. */
export function DifferenceList({
  differences,
  label,
}: {
  differences: readonly Difference[];
  label: string;
}) {
  const language = useLanguage();
  const drawn = useSignal(AT_ONCE);
  return (
    <>
      <ul class="difference-list" aria-label={label}>
        {differences.slice(0, drawn.value).map((difference) => (
          <li key={difference.path.join('\n')} class={`is-${difference.kind}`}>
            <span class="source where">{pathText(difference.path, language)}</span>
            <DifferenceValue difference={difference} />
          </li>
        ))}
      </ul>
      <MoreButton
        hidden={differences.length - drawn.value}
        text={language.count('cmp_more', differences.length - drawn.value)}
        onMore={() => {
          drawn.value += AT_ONCE;
        }}
      />
    </>
  );
}
