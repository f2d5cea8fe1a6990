import { render } from 'preact';
import { useMemo } from 'preact/hooks';
import './css/look.css';
import './css/controls.css';
import './css/list.css';
import './css/token.css';
import './css/parts.css';
import './css/keys.css';
import './css/windows.css';
import './moreIcons';
import { Detail } from './detail/Detail';
import { EmptyState } from './frame/EmptyState';
import { SIDE, Splitter } from './frame/Splitter';
import { StatusBar } from './frame/StatusBar';
import { Toolbar } from './frame/Toolbar';
import { PasteBox } from './input/PasteBox';
import { Later } from './Later';
import { Chips } from './list/Chips';
import { createListing, ListingContext } from './list/listing';
import { PanelList } from './list/PanelList';
import { PickedBar } from './list/PickedBar';
import { dressDocument } from './look';
import { createModel, type Model, ModelContext } from './model/model';
import { OverrideStrip } from './override/OverrideStrip';
import type { Surroundings } from './surroundings';
import { TimelineDrawer } from './timeline/TimelineDrawer';
import { FileStrip } from './transfer/FileStrip';

const loadCleared = async () => (await import('./frame/ClearedStrip')).ClearedStrip;
const loadDropPlace = async () => (await import('./frame/DropPlace')).DropPlace;
const loadGreeting = async () => (await import('./welcome/Greeting')).Greeting;
const loadNews = async () => (await import('./welcome/News')).News;
const loadNotices = async () => (await import('./refusal/Notices')).Notices;

/** The window within DevTools and the full tab: the tokens on one side, the one that is shown on the other. */
export function Panel({ model }: { model: Model }) {
  const listing = useMemo(() => createListing(model), [model]);
  const isNew = !model.surroundings.settings.value.welcomed;
  const empty = model.filter.rows.value.length === 0;
  return (
    <ModelContext.Provider value={model}>
      <ListingContext.Provider value={listing}>
        <main class="panel">
          <h1 class="unseen">{model.surroundings.say('product')}</h1>
          <div>
            <Toolbar />
            <OverrideStrip />
            {model.cleared.value.length > 0 && <Later load={loadCleared} props={{}} />}
            <FileStrip />
          </div>
          <Splitter
            side={
              <div class="side" id={SIDE}>
                <PasteBox />
                <Chips />
                <PickedBar />
                <PanelList />
                {empty && <EmptyState />}
              </div>
            }
            main={
              <div class="pane">
                <div class="main">
                  <Later load={loadGreeting} props={{}} holds={isNew} />
                  <Detail />
                </div>
                <div class="foot">
                  <Later load={loadNews} props={{}} />
                  <Later load={loadNotices} props={{}} />
                </div>
              </div>
            }
          />
          <TimelineDrawer />
          <StatusBar />
          <Later load={loadDropPlace} props={{}} />
        </main>
      </ListingContext.Provider>
    </ModelContext.Provider>
  );
}

/** Shows the panel in an element; returns what takes it away again. */
export function mountPanel(root: Element, surroundings: Surroundings): () => void {
  const undress = dressDocument(document.documentElement, surroundings);
  const model = createModel(surroundings);
  render(<Panel model={model} />, root);
  return () => {
    render(null, root);
    undress();
    model.dispose();
  };
}
