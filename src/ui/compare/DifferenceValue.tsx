import type { Difference } from '../../core/compare/difference';
import { useLanguage } from '../model/model';
import { firstOf } from '../token/firstOf';
import { Visible } from '../Visible';
import { timeShift } from './timeShift';

/** What changed: a value that came, went, or became another; of a set, what came and what went. */
export function DifferenceValue({ difference }: { difference: Difference }) {
  const language = useLanguage();
  switch (difference.kind) {
    case 'added':
      return <Came text={difference.after} />;
    case 'removed':
      return <Went text={difference.before} />;
    case 'set':
      return (
        <span class="change">
          {difference.removed.map((text) => (
            <Went key={text} text={text} />
          ))}
          {difference.added.map((text) => (
            <Came key={text} text={text} />
          ))}
        </span>
      );
    default:
      return (
        <span class="change">
          <Went text={difference.before} />
          <span aria-hidden="true">→</span>
          <Came text={difference.after} />
          {difference.kind === 'time' && (
            <span class="shift figures">{timeShift(difference.seconds, language)}</span>
          )}
        </span>
      );
  }
}

function Came({ text }: { text: string }) {
  const { say } = useLanguage();
  return (
    <ins class="source">
      <span class="unseen">{say('cmp_came')} </span>
      <Visible text={firstOf(text)} />
    </ins>
  );
}

function Went({ text }: { text: string }) {
  const { say } = useLanguage();
  return (
    <del class="source">
      <span class="unseen">{say('cmp_went')} </span>
      <Visible text={firstOf(text)} />
    </del>
  );
}
