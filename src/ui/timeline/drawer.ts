import { type Signal, signal } from '@preact/signals';
import type { Model } from '../model/model';

const drawers = new WeakMap<Model, Signal<boolean>>();

/** Whether a window's timeline drawer is open; made by the drawer itself, so that a window without one has none. */
export function makeDrawer(model: Model): Signal<boolean> {
  const known = drawers.get(model) ?? signal(model.surroundings.view === 'timeline');
  drawers.set(model, known);
  return known;
}

/** What shows the timeline: the window's own drawer, else the full tab; undefined where there is neither. */
export function timelineOpener(model: Model): (() => void) | undefined {
  const drawer = drawers.get(model);
  const { openFull } = model.surroundings.actions;
  if (drawer)
    return () => {
      drawer.value = true;
    };
  return openFull && (() => openFull('timeline'));
}
