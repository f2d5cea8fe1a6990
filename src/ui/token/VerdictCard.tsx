import type { ComponentChildren } from 'preact';
import { Term } from '../explain/Term';
import type { TermCode } from '../explain/terms';
import { Icon } from '../Icon';
import type { IconName } from '../icons';
import type { Tone } from '../tone';

interface Props {
  /** Which word its title is. */
  term: TermCode;
  title: string;
  tone: Tone;
  icon: IconName;
  /** The answer, in a word or two. */
  headline: ComponentChildren;
  /** What it rests on. */
  children?: ComponentChildren;
}

/** One of the four answers about a token. */
export function VerdictCard({ term, title, tone, icon, headline, children }: Props) {
  return (
    <section class={`card is-${tone}`}>
      <h3>
        <Term asked={{ term }}>{title}</Term>
      </h3>
      <p class={`headline ${tone}`}>
        <Icon name={icon} />
        <span class="figures">{headline}</span>
      </p>
      {children}
    </section>
  );
}
