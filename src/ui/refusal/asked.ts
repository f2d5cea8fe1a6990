import { type Signal, signal } from '@preact/signals';
import type { Model } from '../model/model';

const asked = new WeakMap<Model, Signal<string | undefined>>();

/** Which request the reader asks about: its id; absent: the latest one that was refused. */
export function askedOf(model: Model): Signal<string | undefined> {
  const known = asked.get(model) ?? signal<string | undefined>(undefined);
  asked.set(model, known);
  return known;
}
