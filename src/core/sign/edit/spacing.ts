import { type JsonNode, readJson, sourceOf } from '../../token/json';

/**
 * A JSON text without the white space between its names and values; every one of those keeps all its characters.
 * The text itself where it is no valid JSON, or too deep or too long to be known in full.
 */
export function compactJson(text: string): string {
  const { root, valid, faults } = readJson(text);
  const whole = !faults.some(({ code }) => code === 'json-too-many' || code === 'json-too-deep');
  return root && valid && whole ? written(root, text) : text;
}

function written(node: JsonNode, text: string): string {
  if (node.type === 'array') return `[${node.items.map((item) => written(item, text)).join(',')}]`;
  if (node.type !== 'object') return sourceOf(text, node);
  const members = node.members.map(
    ({ nameSpan, value }) => `${text.slice(nameSpan.start, nameSpan.end)}:${written(value, text)}`,
  );
  return `{${members.join(',')}}`;
}
