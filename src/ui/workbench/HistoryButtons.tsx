import { Icon } from '../Icon';
import { useLanguage } from '../model/model';
import type { Bench } from './bench';

/** Undo and redo, over everything that is edited in the workbench. */
export function HistoryButtons({ bench }: { bench: Bench }) {
  const { say } = useLanguage();
  const { past, future } = bench.history.value;
  return (
    <span class="history">
      <button
        type="button"
        class="tool"
        disabled={past.length === 0}
        title={say('wb_undo')}
        onClick={bench.undo}
      >
        <Icon name="undo" />
        <span class="unseen">{say('wb_undo')}</span>
      </button>
      <button
        type="button"
        class="tool"
        disabled={future.length === 0}
        title={say('wb_redo')}
        onClick={bench.redo}
      >
        <Icon name="redo" />
        <span class="unseen">{say('wb_redo')}</span>
      </button>
    </span>
  );
}
