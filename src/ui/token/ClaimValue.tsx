import type { JsonNode } from '../../core/token/json';
import { JsonTree } from '../json/JsonTree';
import { prettyJson } from '../json/pretty';
import { isBranch } from '../json/treeLines';
import { LongText } from './LongText';

interface Props {
  value: JsonNode;
  text: string;
  /** Where it stands, as JSONPath writes it. */
  path: string;
  name: string;
}

/** A value exactly as written; as a tree where it holds more than fits a line. */
export function ClaimValue({ value, text, path, name }: Props) {
  const pretty = prettyJson(value, text);
  if (!isBranch(value) || !pretty.includes('\n')) return <LongText text={pretty} />;
  return <JsonTree root={value} source={text} path={path} title={name} />;
}
