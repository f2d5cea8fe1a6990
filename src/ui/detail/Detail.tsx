import type { ComponentType } from 'preact';
import { Later } from '../Later';
import { useModel } from '../model/model';
import { TokenView } from '../token/TokenView';
import type { DetailView } from './views';

function ShownToken() {
  const { say } = useModel().surroundings;
  return <TokenView empty={<p class="empty soft">{say('nothing_shown')}</p>} />;
}

/** Each view's code is fetched when it is first shown. */
const loads: Readonly<Record<DetailView, () => Promise<ComponentType<object>>>> = {
  token: async () => ShownToken,
  workbench: async () => (await import('../workbench/Workbench')).Workbench,
  compare: async () => (await import('../compare/Compare')).Compare,
};

/** The main pane. */
export function Detail() {
  const { detail } = useModel();
  return <Later key={detail.value} load={loads[detail.value]} props={{}} />;
}
