import { dereference, type Schema, type SchemaDraft, Validator } from '@cfworker/json-schema';

/** One rule of a JSON Schema that a payload breaks. */
export interface SchemaViolation {
  /** JSON Pointer (RFC 6901) to the value that breaks it. */
  pointer: string;
  keyword: string;
}

/** Why a text is no schema that can be used. Nothing is ever fetched for it. */
export type SchemaFault = 'schema-broken' | 'schema-unresolved' | 'schema-unsupported';

export type SchemaReading =
  | { ok: true; violationsOf(payload: unknown): readonly SchemaViolation[] }
  | { ok: false; fault: SchemaFault; values: readonly string[] };

const drafts: Readonly<Record<string, SchemaDraft>> = {
  'http://json-schema.org/draft-07/schema': '7',
  'https://json-schema.org/draft/2020-12/schema': '2020-12',
};

/** Keywords that the library passes over in silence, so that "met" would be a false promise. */
const unsupported = /"\$(dynamicRef|dynamicAnchor|vocabulary)"\s*:/;

/** Keywords that only lead to the one that is broken. */
const leading: ReadonlySet<string> = new Set([
  'properties',
  '$ref',
  'items',
  'prefixItems',
  'allOf',
  'additionalProperties',
  'patternProperties',
]);

/** Reads a JSON Schema (2020-12, or draft-07 where "$schema" says so). */
export function readSchema(text: string): SchemaReading {
  const schema = parsed(text);
  if (
    typeof schema !== 'boolean' &&
    (typeof schema !== 'object' || schema === null || Array.isArray(schema))
  ) {
    return { ok: false, fault: 'schema-broken', values: [] };
  }
  const strange = unsupported.exec(text);
  if (strange) return { ok: false, fault: 'schema-unsupported', values: [`$${strange[1]}`] };
  return prepared(schema);
}

function prepared(schema: Schema | boolean): SchemaReading {
  try {
    const missing = unresolvedIn(dereference(schema));
    if (missing !== undefined) return { ok: false, fault: 'schema-unresolved', values: [missing] };
    const validator = new Validator(schema, draftOf(schema), false);
    validator.validate({});
    return { ok: true, violationsOf: (payload) => violations(validator, payload) };
  } catch {
    return { ok: false, fault: 'schema-broken', values: [] };
  }
}

/** The first reference, wherever in the schema, that leads to none of its parts. The library tells it only once it gets there. */
function unresolvedIn(parts: ReturnType<typeof dereference>): string | undefined {
  const references = Object.values(parts).flatMap((part) =>
    typeof part === 'object' && typeof part.$ref === 'string' ? [part] : [],
  );
  const lost = references.find(
    ({ $ref, __absolute_ref__ }) => parts[__absolute_ref__ ?? $ref ?? ''] === undefined,
  );
  return lost?.$ref;
}

function draftOf(schema: Schema | boolean): SchemaDraft {
  const named = typeof schema === 'object' ? `${schema.$schema ?? ''}`.replace(/#$/, '') : '';
  return drafts[named] ?? '2020-12';
}

function violations(validator: Validator, payload: unknown): readonly SchemaViolation[] {
  try {
    const { valid, errors } = validator.validate(payload);
    if (valid) return [];
    const found = errors.map(({ instanceLocation, keyword }) => ({
      pointer: instanceLocation.slice(1),
      keyword,
    }));
    const telling = found.filter(({ keyword }) => !leading.has(keyword));
    return telling.length > 0 ? telling : found;
  } catch {
    // A part of the schema that only this payload leads to can't be resolved or run (a bad pattern).
    return [{ pointer: '', keyword: '$ref' }];
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
