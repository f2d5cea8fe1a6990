import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Times } from '../../core/token/lifetime';
import type { Reading } from '../../core/token/reading';
import type { Token } from '../../core/token/token';

/** Which of the tokens that a text holds is looked at. */
export interface Choice {
  /** As it probably was, where the text is damaged. */
  mended: boolean;
  /** How many layers of a nested token are opened. */
  layer: number;
}

/** The token that a window shows, read. */
export interface Shown extends Choice {
  /** The text as it was captured or pasted. */
  text: string;
  token: Token;
  /** Absent when its claims cannot be read. */
  times: Times | undefined;
  /** What the text reads as; of a mended one, what that reads as. */
  reading: Reading;
  choose(choice: Partial<Choice>): void;
}

export const ShownContext = createContext<Shown | undefined>(undefined);

/** The token that a component tells about. */
export function useShown(): Shown {
  const shown = useContext(ShownContext);
  if (!shown) throw new Error('a component of the token view was rendered without its token');
  return shown;
}
