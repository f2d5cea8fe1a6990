import { useSignal } from '@preact/signals';
import { Icon } from '../Icon';
import { Later } from '../Later';
import { useModel } from '../model/model';

const loadTimeline = async () => (await import('./Timeline')).Timeline;

/** The drawer at the window's bottom; what is in it comes when it is first opened. */
export function TimelineDrawer() {
  const { surroundings } = useModel();
  const { say, view } = surroundings;
  const open = useSignal(view === 'timeline');
  return (
    <section class={`drawer ${open.value ? 'is-open' : ''}`} aria-label={say('timeline')}>
      <button
        type="button"
        class="tool drawer-handle"
        aria-expanded={open.value}
        onClick={() => {
          open.value = !open.value;
        }}
      >
        <Icon name="fold" />
        {say('timeline')}
      </button>
      {open.value && <Later load={loadTimeline} props={{}} />}
    </section>
  );
}
