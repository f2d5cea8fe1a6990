import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Times } from '../../core/token/lifetime';
import type { Token } from '../../core/token/token';

/** The token that a window shows, read. */
export interface Shown {
  token: Token;
  /** Absent when its claims cannot be read. */
  times: Times | undefined;
}

export const ShownContext = createContext<Shown | undefined>(undefined);

/** The token that a component tells about. */
export function useShown(): Shown {
  const shown = useContext(ShownContext);
  if (!shown) throw new Error('a component of the token view was rendered without its token');
  return shown;
}
