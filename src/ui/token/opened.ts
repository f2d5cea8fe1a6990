import { type Signal, useSignal } from '@preact/signals';
import type { Token } from '../../core/token/token';
import { readableTimes } from './readableTimes';
import type { Shown } from './shown';

/** A token that was found in the decrypted content of another, and is looked at in its place. */
export interface Inside {
  outer: Token;
  token: Token;
}

export interface Opened {
  /** What is looked at: the token within the encrypted one while it is chosen, else what was given. */
  shown: Shown | undefined;
  inside: Signal<Inside | undefined>;
}

/** Lets the token inside an encrypted one be looked at in its place; another outer token ends that. */
export function useOpened(outer: Shown | undefined): Opened {
  const inside = useSignal<Inside | undefined>(undefined);
  const chosen = inside.value;
  if (!outer || chosen?.outer !== outer.token) return { shown: outer, inside };
  const { token } = chosen;
  return { shown: { ...outer, token, times: readableTimes(token) }, inside };
}
