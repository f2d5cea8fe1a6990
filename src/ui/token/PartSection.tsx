import type { ComponentChildren } from 'preact';
import type { Part } from '../../core/token/token';
import { Term } from '../explain/Term';
import { useLanguage } from '../model/model';
import type { MessageKey } from '../say';
import { PartContent } from './PartContent';

interface Props {
  /** Also its colour's role. */
  name: 'header' | 'payload';
  /** Absent when the token has no such part, or it is encrypted. */
  part: Part | undefined;
  /** Said in place of the part when it is absent. */
  absent: MessageKey;
  /** What else is to be said of it. */
  children?: ComponentChildren;
}

/** Header or payload: claims where it is an object, else whatever of it can be read. */
export function PartSection({ name, part, absent, children }: Props) {
  const { say } = useLanguage();
  const title = say(`region_${name}`);
  return (
    <section class={`part is-${name}`} aria-label={title}>
      <h3>
        <Term asked={{ term: name }}>{title}</Term>
      </h3>
      {children}
      {part ? <PartContent part={part} title={title} /> : <p class="soft">{say(absent)}</p>}
    </section>
  );
}
