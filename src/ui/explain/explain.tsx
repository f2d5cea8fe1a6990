import '../css/explain.css';
import { render } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { type Model, ModelContext, useLanguage } from '../model/model';
import { Visible } from '../Visible';
import type { Asked } from './asked';
import { explanationsOf } from './explanations';

/** Explains a word beside where it stands, until Escape, Enter or a click elsewhere; the focus goes there and comes back. */
export function explain(asked: Asked, anchor: HTMLElement, model: Model): void {
  const place = document.createElement('div');
  place.className = 'explaining';
  (anchor.closest('main') ?? document.body).append(place);
  const close = () => {
    render(null, place);
    place.remove();
    if (document.activeElement === document.body) (focusable(anchor) ?? anchor).focus();
  };
  render(
    <ModelContext.Provider value={model}>
      <Explanation {...{ asked, anchor, close }} />
    </ModelContext.Provider>,
    place,
  );
}

/** In a row that is one stop of the Tab key, that row. */
const focusable = (anchor: HTMLElement): HTMLElement | null =>
  anchor.tabIndex < 0 ? anchor.closest('tr') : anchor;

/** There is nothing else to do in an explanation; Escape would close Firefox's popup with it. */
const closing = /^(Enter| |Tab)$/;

/** CSS pixels between the word, its explanation and the window's border. */
const GAP = 6;

function Explanation({ asked, anchor, close }: { asked: Asked; anchor: HTMLElement; close: () => void }) {
  const box = useRef<HTMLDivElement | null>(null);
  const [first, ...more] = explanationsOf(asked, useLanguage());
  useLayoutEffect(() => {
    if (!box.current) return;
    box.current.showPopover();
    putBeside(box.current, anchor);
    box.current.focus({ preventScroll: true });
  }, [anchor]);
  return (
    <div
      popover="auto"
      ref={box}
      class="explanation"
      role="dialog"
      tabIndex={-1}
      aria-label={first?.title}
      onKeyDown={(event) => {
        if (!closing.test(event.key)) return;
        event.preventDefault();
        box.current?.hidePopover();
      }}
      onToggle={({ newState }) => {
        if (newState === 'closed') close();
      }}
    >
      {[...(first ? [first] : []), ...more].map(({ title, text, source }) => (
        <section key={title}>
          <h3>
            <Visible text={title} />
          </h3>
          <p>{text}</p>
          {source !== undefined && <p class="soft">{source}</p>}
        </section>
      ))}
    </div>
  );
}

/** Below the word, or above it where there is no room, and never beyond the window. */
function putBeside(box: HTMLElement, anchor: HTMLElement): void {
  const word = anchor.getBoundingClientRect();
  const { width, height } = box.getBoundingClientRect();
  const within = (at: number, size: number, room: number) => Math.max(GAP, Math.min(at, room - size - GAP));
  const below = word.bottom + GAP;
  const top = below + height + GAP > window.innerHeight ? word.top - height - GAP : below;
  box.style.left = `${within(word.left, width, window.innerWidth)}px`;
  box.style.top = `${within(top, height, window.innerHeight)}px`;
}
