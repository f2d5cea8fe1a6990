import { Icon } from '../Icon';
import { Later } from '../Later';
import { useModel } from '../model/model';
import { makeDrawer } from './drawer';

const loadTimeline = async () => (await import('./Timeline')).Timeline;

/** The drawer at the window's bottom; what is in it comes when it is first opened. */
export function TimelineDrawer() {
  const model = useModel();
  const { say } = model.surroundings;
  const open = makeDrawer(model);
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
