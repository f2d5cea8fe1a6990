import type { JsonNode } from '../../core/token/json';

/** Objects and arrays no longer than this stay in one line. */
const LINE_LENGTH = 60;
const INDENT = '  ';
/** Deeper nesting is not indented further, so that lines stay readable and the text stays in proportion. */
const MOST_INDENTS = 24;

type Step = { node: JsonNode; depth: number } | { text: string };

/** True for what is written as its source has it: single values, and what was not kept in full. */
const isFlat = (node: JsonNode): boolean =>
  (node.type !== 'object' && node.type !== 'array') || node.elided === true;

const childrenOf = (node: JsonNode): readonly JsonNode[] => {
  if (node.type === 'array') return node.items;
  return node.type === 'object' ? node.members.map((member) => member.value) : [];
};

/** True when a value reads best in one line: it is short and holds nothing nested. */
function fitsLine(node: JsonNode): boolean {
  if (isFlat(node)) return true;
  const short = node.span.end - node.span.start <= LINE_LENGTH;
  return short && childrenOf(node).every(isFlat);
}

/** The names of an object's members as written, with what follows; nothing for an array's items. */
function labelsOf(node: JsonNode, source: string): readonly string[] {
  if (node.type !== 'object') return childrenOf(node).map(() => '');
  return node.members.map(({ nameSpan }) => `${source.slice(nameSpan.start, nameSpan.end)}: `);
}

function stepsOf(node: JsonNode, depth: number, source: string): readonly Step[] {
  const children = childrenOf(node);
  const [open, close] = node.type === 'object' ? ['{', '}'] : ['[', ']'];
  if (children.length === 0) return [{ text: open + close }];
  const inOneLine = fitsLine(node);
  const indent = (level: number) => (inOneLine ? '' : `\n${INDENT.repeat(Math.min(level, MOST_INDENTS))}`);
  const between = inOneLine ? ', ' : ',';
  const labels = labelsOf(node, source);
  return [
    { text: inOneLine && node.type === 'object' ? '{ ' : open },
    ...children.flatMap((child, index): Step[] => [
      { text: (index > 0 ? between : '') + indent(depth + 1) + labels[index] },
      { node: child, depth: depth + 1 },
    ]),
    { text: inOneLine && node.type === 'object' ? ' }' : indent(depth) + close },
  ];
}

/**
 * A JSON value over several lines. Names, numbers and strings keep every character they were written with; only
 * the white space between them is ours. Works without recursion, so that no nesting is too deep.
 */
export function prettyJson(root: JsonNode, source: string): string {
  const out: string[] = [];
  const steps: Step[] = [{ node: root, depth: 0 }];
  for (let step = steps.pop(); step; step = steps.pop()) {
    if ('text' in step) out.push(step.text);
    else if (isFlat(step.node)) out.push(source.slice(step.node.span.start, step.node.span.end));
    else for (const next of stepsOf(step.node, step.depth, source).toReversed()) steps.push(next);
  }
  return out.join('');
}
