import type { PartName } from '../../core/token/token';
import type { TermCode } from './terms';

/** What is to be explained: a word, or a member of a part of the token with its value where that is a text. */
export type Asked = { term: TermCode } | { part: PartName; name: string; value?: string | undefined };
