import { render } from 'preact';
import './css/look.css';
import './css/controls.css';
import './css/list.css';
import './css/token.css';
import './css/parts.css';
import './css/keys.css';
import './css/title.css';
import './css/windows.css';
import { Coverage } from './frame/Coverage';
import { PopupHeader } from './frame/PopupHeader';
import { PasteBox } from './input/PasteBox';
import { fetchComponent, Later } from './Later';
import { popupColumns } from './list/columns';
import { PlainTitles } from './list/PlainTitles';
import { TokenGrid } from './list/TokenGrid';
import { dressDocument } from './look';
import { createModel, type Model, ModelContext } from './model/model';
import { OverrideStrip } from './override/OverrideStrip';
import type { Surroundings } from './surroundings';

const loadToken = async () => (await import('./token/TokenOrEmpty')).TokenOrEmpty;

/** The list and the boxes need not wait for what reads a token in full; called ahead, this lets both come at once. */
export const fetchToken = () => void fetchComponent(loadToken);

/** Behind the token, which nobody should wait for. */
const loadGreeting = async () => {
  await fetchComponent(loadToken);
  return (await import('./welcome/Greeting')).Greeting;
};

const loadNews = async () => {
  await fetchComponent(loadToken);
  return (await import('./welcome/News')).News;
};

const loadCleared = async () => (await import('./frame/ClearedStrip')).ClearedStrip;

/** As in windows.css, in CSS pixels. */
const ROW_HEIGHT = 32;
const LIST_HEIGHT = 144;

/** The window behind the toolbar button: this page's tokens, and a box for any other. */
export function Popup({ model, onShown }: { model: Model; onShown?: () => void }) {
  const captured = model.tokens.value.length > 0;
  return (
    <ModelContext.Provider value={model}>
      <main class="popup">
        <PopupHeader />
        <OverrideStrip />
        {model.cleared.value.length > 0 && <Later load={loadCleared} props={{}} />}
        <PasteBox />
        <Coverage />
        {captured && (
          <TokenGrid
            columns={popupColumns}
            lines={model.filter.rows.value}
            titles={<PlainTitles columns={popupColumns} />}
            rowHeight={ROW_HEIGHT}
            headerHeight={0}
            mostHeight={LIST_HEIGHT}
          />
        )}
        <Later load={loadGreeting} props={{}} holds={!model.surroundings.settings.value.welcomed} />
        <Later load={loadToken} props={{}} onShown={onShown} />
        <div class="foot">
          <Later load={loadNews} props={{}} />
        </div>
      </main>
    </ModelContext.Provider>
  );
}

/** Shows the popup in an element; resolves when all of it stands there. */
export function mountPopup(root: Element, surroundings: Surroundings): Promise<void> {
  dressDocument(document.documentElement, surroundings);
  const model = createModel(surroundings, false);
  return new Promise((shown) => render(<Popup model={model} onShown={shown} />, root));
}
