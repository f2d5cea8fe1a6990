import type { Span } from '../json';

/** A token in a text. `text` is what it reads as; where its dots are escaped, that is not what stands at `span`. */
export interface FoundToken {
  text: string;
  span: Span;
}
