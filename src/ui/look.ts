import { effect } from '@preact/signals';
import type { Surroundings } from './surroundings';

/** Keeps a document's language, theme and density as they are wanted; css/look.css follows. Returns what ends it. */
export function dressDocument(root: HTMLElement, { say, settings }: Surroundings): () => void {
  root.lang = say('language');
  return effect(() => {
    root.dataset.theme = settings.value.theme ?? '';
    root.dataset.density = settings.value.density ?? '';
  });
}
