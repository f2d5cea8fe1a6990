import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Scene, Trouble } from '../../core/refusals/trouble';
import { sceneOf, troublesOf } from '../../core/refusals/troubles';
import type { Exchange } from '../../core/traffic/exchange';
import type { Model } from '../model/model';

/** What the log of a window tells of its tokens over time. */
export interface Seen {
  exchanges: readonly Exchange[];
  scene: Scene;
  troubles: readonly Trouble[];
}

/** A busy page's log is read anew so often and no oftener, in milliseconds; a long one not for most of the time. */
const REST_MS = 250;
const REST_SHARE = 10;

const seen = new WeakMap<Model, ReadonlySignal<Seen>>();

function read(exchanges: readonly Exchange[]): Seen {
  const scene = sceneOf(exchanges, Intl.DateTimeFormat().resolvedOptions().timeZone);
  return { exchanges, scene, troubles: troublesOf(scene) };
}

/** The same for all components of a window. It is read at once for the first of them, and shortly after each change. */
export function seenBy(model: Model): ReadonlySignal<Seen> {
  const known = seen.get(model);
  if (known) return known;
  const { log } = model.surroundings;
  let restMs = REST_MS;
  const readNow = () => {
    const startMs = performance.now();
    const result = read(log.peek().exchanges);
    restMs = Math.max(REST_MS, REST_SHARE * (performance.now() - startMs));
    return result;
  };
  const found = signal(readNow());
  seen.set(model, found);
  let waiting = false;
  effect(() => {
    if (log.value.exchanges === found.peek().exchanges || waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      found.value = readNow();
    }, restMs);
  });
  return found;
}
