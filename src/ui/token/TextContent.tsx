import { readJson } from '../../core/token/json';
import { prettyJson } from '../json/pretty';
import { LongText } from './LongText';

/** A text as written; over several lines where it is JSON. */
export function TextContent({ text }: { text: string }) {
  const { root, valid } = readJson(text);
  return <LongText text={root && valid ? prettyJson(root, text) : text} />;
}
