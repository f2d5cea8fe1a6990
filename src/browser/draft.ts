import { effect, type Signal, signal } from '@preact/signals';
import { stored } from './stored';

/** The windows that a user works in. */
export const windowNames = ['popup', 'panel', 'full'] as const;
export type WindowName = (typeof windowNames)[number];

/** Where a window's draft is kept in session memory. */
export const draftKey = (name: WindowName) => `draft.${name}`;

/** A window's paste box and choice are its own; the secret or key is one for all windows. */
interface Work {
  paste: string;
  selected?: string | undefined;
  workbench?: { header: string; payload: string; original?: string | undefined } | undefined;
}
const workOf = ['paste', 'selected', 'workbench'] as const;
interface KeyText<Encoding> {
  key: string;
  encoding?: Encoding | undefined;
}

/** What the user works on in a window, kept in session memory so that it survives the window's closing; `onKept` is told where it is not. */
export async function draftOf<Encoding extends string>(
  name: WindowName,
  onKept?: (kept: boolean) => void,
): Promise<Signal<Work & KeyText<Encoding>>> {
  const [work, key] = await Promise.all([
    stored<Work>('session', draftKey(name), { paste: '' }, onKept),
    stored<KeyText<Encoding>>('session', 'key', { key: '' }),
  ]);
  const draft = signal({ ...work.peek(), ...key.peek() });
  effect(() => {
    const { paste, selected, workbench } = work.value;
    draft.value = { ...draft.peek(), paste, selected, workbench };
  });
  effect(() => {
    const { key: text, encoding } = key.value;
    draft.value = { ...draft.peek(), key: text, encoding };
  });
  effect(() => {
    const { paste, selected, workbench, key: text, encoding } = draft.value;
    const now = { paste, selected, workbench };
    if (workOf.some((name) => now[name] !== work.peek()[name])) work.value = now;
    if (text !== key.peek().key || encoding !== key.peek().encoding) key.value = { key: text, encoding };
  });
  return draft;
}
