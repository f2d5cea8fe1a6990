import { useEffect } from 'preact/hooks';
import { useModel } from '../model/model';

/** How long what was cleared can be put back, in milliseconds. */
const PATIENCE_MS = 20_000;

/** After Clear: what was cleared, and the way back. */
export function ClearedStrip() {
  const { surroundings, cleared, language } = useModel();
  const exchanges = cleared.value;
  useEffect(() => {
    const timer = setTimeout(() => {
      cleared.value = [];
    }, PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [exchanges, cleared]);
  if (exchanges.length === 0) return null;
  const undo = () => {
    surroundings.actions.restore(exchanges);
    cleared.value = [];
  };
  return (
    <p class="strip" role="status">
      <span>{language.count('cleared', exchanges.length)}</span>{' '}
      <button type="button" class="link" onClick={undo}>
        {language.say('undo')}
      </button>
    </p>
  );
}
