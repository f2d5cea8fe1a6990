import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { useModel } from '../model/model';

/** How long what was cleared can be put back, in milliseconds; who is about to is waited for. */
const PATIENCE_MS = 20_000;

/** After Clear: what was cleared, and the way back. */
export function ClearedStrip() {
  const { surroundings, cleared, language } = useModel();
  const strip = useRef<HTMLParagraphElement | null>(null);
  const said = useSignal('');
  const exchanges = cleared.value;
  useEffect(() => {
    // Screen readers speak what changes in a status, not what comes along with it.
    said.value = exchanges.length > 0 ? language.count('cleared', exchanges.length) : '';
    const timer = setInterval(() => {
      if (!strip.current?.contains(document.activeElement)) cleared.value = [];
    }, PATIENCE_MS);
    return () => clearInterval(timer);
  }, [exchanges, cleared, said, language]);
  if (exchanges.length === 0) return null;
  const undo = () => {
    surroundings.actions.restore(exchanges);
    cleared.value = [];
  };
  return (
    <p class="strip" ref={strip}>
      <span role="status">{said.value}</span>{' '}
      <button type="button" class="link" onClick={undo}>
        {language.say('undo')}
      </button>
    </p>
  );
}
