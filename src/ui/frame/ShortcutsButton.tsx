import { useEffect, useId, useRef } from 'preact/hooks';
import { Icon } from '../Icon';
import { Later } from '../Later';
import { useLanguage } from '../model/model';

const loadShortcuts = async () => (await import('./Shortcuts')).Shortcuts;

/** Whether a key press is meant as text. */
const isTyping = ({ target }: Event) =>
  target instanceof Element && target.matches('input, textarea, select, [contenteditable]');

/** Keys of the whole window; with Ctrl, Alt or Command they belong to the browser. */
const keys: Readonly<Record<string, (sheet: HTMLElement) => void>> = {
  '?': (sheet) => sheet.togglePopover(),
  '/': () => document.querySelector<HTMLElement>('.filter input')?.focus(),
};

/** Opens the sheet of keys, as `?` does. */
export function ShortcutsButton() {
  const { say } = useLanguage();
  const id = useId();
  const sheet = useRef<HTMLDivElement | null>(null);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const act = keys[event.key];
      if (!act || !sheet.current || isTyping(event) || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      act(sheet.current);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  return (
    <div class="settings">
      <button type="button" class="tool" popovertarget={id} title={say('shortcuts')}>
        <Icon name="help" />
        <span class="unseen">{say('shortcuts')}</span>
      </button>
      <div popover="auto" id={id} ref={sheet} class="sheet" role="dialog" aria-label={say('shortcuts')}>
        <Later load={loadShortcuts} props={{}} />
      </div>
    </div>
  );
}
