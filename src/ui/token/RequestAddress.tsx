import type { Exchange } from '../../core/traffic/exchange';
import { pathOf } from '../model/address';
import { useModel } from '../model/model';
import { Visible } from '../Visible';

/** Where a request went; where DevTools saw it and can, it leads to the browser's own Network panel. */
export function RequestAddress({ exchange: { url, method, feeds } }: { exchange: Exchange }) {
  const { say, actions } = useModel().surroundings;
  const { reveal } = actions;
  if (!reveal || !feeds.includes('devtools')) return <Visible text={pathOf(url)} />;
  return (
    <button
      type="button"
      class="link"
      title={`${say('request_reveal')}\n${url}`}
      onClick={() => reveal(method, url)}
    >
      <Visible text={pathOf(url)} />
    </button>
  );
}
