import { useEffect, useRef } from 'preact/hooks';
import { useLanguage } from '../model/model';
import { SheetButton } from './SheetButton';

const loadShortcuts = async () => (await import('./Shortcuts')).Shortcuts;

/** Whether a key press is meant as text. */
const isTyping = ({ target }: Event) =>
  target instanceof Element && target.matches('input, textarea, select, [contenteditable]');

/** Keys of the whole window; with Ctrl, Alt or Command they belong to the browser. */
const keys: Readonly<Record<string, (sheet: HTMLElement) => void>> = {
  '?': (sheet) => sheet.togglePopover(),
  '/': () => document.querySelector<HTMLElement>('.filter input')?.focus(),
};

/** Opens the sheet of keys and words, as `?` does. */
export function ShortcutsButton() {
  const { say } = useLanguage();
  const sheet = useRef<HTMLDivElement | null>(null);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const act = keys[event.key];
      if (!act || !sheet.current || isTyping(event) || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      event.stopPropagation();
      act(sheet.current);
    };
    // Before DevTools, which in Chromium take what comes to the document: ? opens their settings.
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, []);
  return <SheetButton icon="help" name={say('help')} load={loadShortcuts} sheet={sheet} />;
}
