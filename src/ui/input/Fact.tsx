import type { ComponentChildren } from 'preact';
import { Term } from '../explain/Term';
import type { TermCode } from '../explain/terms';
import { useLanguage } from '../model/model';
import type { MessageKey } from '../say';

interface FactProps {
  name: MessageKey;
  /** Which word its name is, where it is explained. */
  term?: TermCode;
  children: ComponentChildren;
}

/** One line of what is known of a key. */
export function Fact({ name, term, children }: FactProps) {
  const title = useLanguage().say(name);
  return (
    <div>
      <dt>{term ? <Term asked={{ term }}>{title}</Term> : title}</dt>
      <dd>{children}</dd>
    </div>
  );
}
