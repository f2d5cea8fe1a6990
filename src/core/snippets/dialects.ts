import { type Dialect, escaped, hex, isSurrogate } from './dialect';

const common = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
const asIs = (text: string) => text;
/** Where a language's texts are valid Unicode, half of a pair cannot be written. */
const REPLACEMENT = '\\ufffd';

const pythonString = (value: string) =>
  `"${escaped(value, common, (code) => {
    if (code < 0x100) return `\\x${hex(code, 2)}`;
    return code < 0x10000 ? `\\u${hex(code, 4)}` : `\\U${hex(code, 8)}`;
  })}"`;

export const python: Dialect = {
  string: pythonString,
  number: asIs,
  true: 'True',
  false: 'False',
  null: 'None',
  array: ['[', ']'],
  object: ['{', '}'],
  member: (name, value) => `${name}: ${value}`,
  indent: '    ',
};

const javascriptString = (value: string) =>
  `"${escaped(value, common, (code) => (code < 0x10000 ? `\\u${hex(code, 4)}` : `\\u{${hex(code)}}`))}"`;

export const javascript: Dialect = {
  string: javascriptString,
  number: asIs,
  true: 'true',
  false: 'false',
  null: 'null',
  array: ['[', ']'],
  object: ['{', '}'],
  // Written plainly it would set the object's prototype.
  member: (name, value) => `${name === '"__proto__"' ? `[${name}]` : name}: ${value}`,
  indent: '  ',
};

const goString = (value: string) =>
  `"${escaped(value, common, (code) => {
    if (isSurrogate(code)) return REPLACEMENT;
    return code < 0x10000 ? `\\u${hex(code, 4)}` : `\\U${hex(code, 8)}`;
  })}"`;

export const go: Dialect = {
  string: goString,
  // An int of Go is exact; any other number is handed on as it is written.
  number: (text) => (/^-?\d{1,18}$/.test(text) && text !== '-0' ? text : `json.Number(${goString(text)})`),
  true: 'true',
  false: 'false',
  null: 'nil',
  array: ['[]interface{}{', '}'],
  object: ['map[string]interface{}{', '}'],
  member: (name, value) => `${name}: ${value}`,
  indent: '\t',
};

const rubyString = (value: string) =>
  `"${escaped(value, { ...common, '#': '\\#' }, (code) =>
    isSurrogate(code) ? REPLACEMENT : `\\u{${hex(code)}}`,
  )}"`;

export const ruby: Dialect = {
  string: rubyString,
  // JSON allows 1e5, Ruby too; -0 it would take for 0.
  number: (text) => (text === '-0' ? '-0.0' : text),
  true: 'true',
  false: 'false',
  null: 'nil',
  array: ['[', ']'],
  object: ['{', '}'],
  member: (name, value) => `${name} => ${value}`,
  indent: '  ',
};

/** A list of texts as a literal in one line. */
export function listOf(values: readonly string[], { string, array }: Dialect): string {
  return `${array[0]}${values.map(string).join(', ')}${array[1]}`;
}
