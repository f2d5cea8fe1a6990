import { render } from 'preact';
import './css/look.css';
import './css/controls.css';
import './css/list.css';
import './css/token.css';
import './css/parts.css';
import './css/keys.css';
import './css/windows.css';
import { Detail } from './detail/Detail';
import { EmptyState } from './frame/EmptyState';
import { Splitter } from './frame/Splitter';
import { StatusBar } from './frame/StatusBar';
import { Toolbar } from './frame/Toolbar';
import { PasteBox } from './input/PasteBox';
import { panelColumns } from './list/columns';
import { TokenGrid } from './list/TokenGrid';
import { createModel, type Model, ModelContext } from './model/model';
import { OverrideStrip } from './override/OverrideStrip';
import type { Surroundings } from './surroundings';

/** As in windows.css, in CSS pixels. */
const ROW_HEIGHT = 24;
const TITLES_HEIGHT = 25;

/** The window within DevTools and the full tab: the tokens on one side, the one that is shown on the other. */
export function Panel({ model }: { model: Model }) {
  const empty = model.filter.rows.value.length === 0;
  return (
    <ModelContext.Provider value={model}>
      <main class="panel">
        <h1 class="unseen">{model.surroundings.say('product')}</h1>
        <div>
          <Toolbar />
          <OverrideStrip />
        </div>
        <Splitter
          side={
            <div class="side">
              <PasteBox />
              <TokenGrid columns={panelColumns} rowHeight={ROW_HEIGHT} headerHeight={TITLES_HEIGHT} />
              {empty && <EmptyState />}
            </div>
          }
          main={
            <div class="main">
              <Detail />
            </div>
          }
        />
        <StatusBar />
      </main>
    </ModelContext.Provider>
  );
}

/** Shows the panel in an element; returns what takes it away again. */
export function mountPanel(root: Element, surroundings: Surroundings): () => void {
  const model = createModel(surroundings);
  render(<Panel model={model} />, root);
  return () => {
    render(null, root);
    model.dispose();
  };
}
