import type { ComponentChildren } from 'preact';
import { useModel } from '../model/model';
import type { Asked } from './asked';

interface Props {
  asked: Asked;
  /** -1: the row around it leads here by Enter. */
  tabIndex?: number;
  children: ComponentChildren;
}

/** A word that a click explains; how comes with the first click. */
export function Term({ asked, tabIndex, children }: Props) {
  const model = useModel();
  return (
    <button
      type="button"
      class="term"
      tabIndex={tabIndex}
      aria-haspopup="dialog"
      onClick={({ currentTarget }) =>
        void import('./explain').then(({ explain }) => explain(asked, currentTarget, model))
      }
    >
      {children}
    </button>
  );
}
