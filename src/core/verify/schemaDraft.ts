/** A JSON Schema as it is drafted here. */
interface Draft {
  type?: string | readonly string[];
  properties?: Readonly<Record<string, Draft>>;
  required?: readonly string[];
  items?: Draft;
}

/** Values nested deeper are left open. */
const deepest = 8;

/**
 * Drafts a JSON Schema (2020-12) from payloads that were seen: names and types, which names are always there, and
 * no values.
 */
export function draftSchema(payloads: readonly unknown[]): string {
  const draft = { $schema: 'https://json-schema.org/draft/2020-12/schema', ...draftOf(payloads, 0) };
  return JSON.stringify(draft, null, 2);
}

function draftOf(values: readonly unknown[], depth: number): Draft {
  const types = [...new Set(values.map(typeOf))].sort();
  const named = types.includes('number') ? types.filter((type) => type !== 'integer') : types;
  const [only] = named;
  if (depth > deepest || only === undefined) return {};
  const objects = values.filter(isObject);
  const items = values.filter((value) => Array.isArray(value)).flat();
  return {
    type: named.length === 1 ? only : named,
    ...(objects.length > 0 && members(objects, depth)),
    ...(items.length > 0 && { items: draftOf(items, depth + 1) }),
  };
}

function members(objects: readonly Record<string, unknown>[], depth: number): Draft {
  const names = [...new Set(objects.flatMap((each) => Object.keys(each)))];
  const valuesOf = (name: string) =>
    objects.filter((each) => Object.hasOwn(each, name)).map((each) => each[name]);
  const properties = Object.fromEntries(names.map((name) => [name, draftOf(valuesOf(name), depth + 1)]));
  return { properties, required: names.filter((name) => objects.every((each) => Object.hasOwn(each, name))) };
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
