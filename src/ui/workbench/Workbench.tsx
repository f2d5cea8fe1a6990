import { useSignal } from '@preact/signals';
import '../css/compare.css';
import '../css/workbench.css';
import { CloseDetail } from '../detail/CloseDetail';
import { Later } from '../Later';
import { useModel } from '../model/model';
import { Beginnings } from './Beginnings';
import { benchOf } from './bench';
import { HistoryButtons } from './HistoryButtons';
import { Original } from './Original';
import { type EditingAs, PartEditor } from './PartEditor';
import { Presets } from './Presets';
import { Result } from './Result';
import { SignWith } from './SignWith';
import { Status } from './Status';
import { actionFor } from './shortcuts';
import { Tabs } from './Tabs';

const loadMore = async () => (await import('./MoreMaking')).MoreMaking;

/** Where tokens are edited, signed and made. Nothing here happens by itself: a token is signed by a click. */
export function Workbench() {
  const model = useModel();
  const { say } = model.language;
  const bench = benchOf(model);
  const as = useSignal<EditingAs>('text');
  const onKeyDown = (event: KeyboardEvent) => {
    const action = actionFor(event);
    if (!action) return;
    event.preventDefault();
    void bench[action]();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: shortcuts of everything inside
    <div class="view workbench" onKeyDown={onKeyDown}>
      <header class="title">
        <h2>{say('wb_title')}</h2>
        <HistoryButtons bench={bench} />
        <CloseDetail />
      </header>
      <Beginnings bench={bench} />
      <Status bench={bench} />
      <div class="bench">
        <div class="editing">
          <div class="editing-title">
            <Tabs as={as} />
            <Presets bench={bench} />
          </div>
          <PartEditor bench={bench} part="header" as={as} />
          <PartEditor bench={bench} part="payload" as={as} />
        </div>
        <div class="making">
          <SignWith bench={bench} />
          <Result bench={bench} />
          <Original bench={bench} />
          <Later load={loadMore} props={{ bench }} />
        </div>
      </div>
    </div>
  );
}
