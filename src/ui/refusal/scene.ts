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

/** A busy page's log is read anew so often and no oftener, in milliseconds. */
const REST_MS = 250;

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
  const found = signal(read(log.peek().exchanges));
  seen.set(model, found);
  let waiting = false;
  effect(() => {
    const { exchanges } = log.value;
    if (exchanges === found.peek().exchanges) return;
    if (waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      found.value = read(log.peek().exchanges);
    }, REST_MS);
  });
  return found;
}
