import { useLanguage } from '../model/model';
import { type MarkKind, markKinds } from './lanes';

/** The shapes of draw.ts, on a field of 14 by 14. */
const shapes: Readonly<Record<MarkKind | 'now', string>> = {
  login: 'M3 7a4 4 0 1 0 8 0a4 4 0 1 0-8 0z',
  refresh: 'M7 1.5l5.5 5.5-5.5 5.5L1.5 7z',
  found: 'M3.8 7a3.2 3.2 0 1 0 6.4 0a3.2 3.2 0 1 0-6.4 0z',
  used: 'M7 4v6',
  refused: 'M3.5 3.5l7 7m0-7l-7 7',
  expired: 'M7 0v14',
  logout: 'M3.5 3.5h7v7h-7z',
  now: 'M7.5 0v14',
};

/** What the shapes of the picture mean. */
export function Legend() {
  const { code } = useLanguage();
  return (
    <ul class="tl-legend soft">
      {([...markKinds, 'now'] as const).map((kind) => (
        <li key={kind}>
          <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
            <path class={`tl-${kind}`} d={shapes[kind]} />
          </svg>
          {code('legend', kind)}
        </li>
      ))}
    </ul>
  );
}
