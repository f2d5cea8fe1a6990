import type { JsonNode } from '../../core/token/json';
import { prettyJson } from '../json/pretty';
import { LongText } from './LongText';

/** A value exactly as written, over several lines where it holds others. */
export function ClaimValue({ value, text }: { value: JsonNode; text: string }) {
  return <LongText text={prettyJson(value, text)} />;
}
