import { basename } from 'node:path';
import { readSchema } from '../../../src/core/verify/schema';
import { type Case, vectors } from '../../vectors';

/** The published suites of JSON Schema, with the address by which a schema names its draft. */
export const schemaSuites: Readonly<Record<string, string>> = {
  'jsonschema-draft2020-12': 'https://json-schema.org/draft/2020-12/schema',
  'jsonschema-draft7': 'http://json-schema.org/draft-07/schema#',
};

export interface SchemaCase {
  id: string;
  /** The keyword that it is about. */
  keyword: string;
  schema: unknown;
  input: unknown;
  valid: unknown;
}

type Found = Case & { schema: unknown; input: unknown; source: { path: string } };

const isCore = ({ expect: { optional, needs_remote, object_instance } }: Case) =>
  !optional && !needs_remote && object_instance === true;

/** The cases that a payload may meet: no optional behaviour, no remote reference, an object. Undefined where absent. */
export function coreCases(suite: string): readonly SchemaCase[] | undefined {
  const found = vectors(suite) as Found[] | undefined;
  return found?.filter(isCore).map(({ id, schema, input, source, expect: { valid } }) => ({
    id,
    keyword: basename(source.path, '.json'),
    schema,
    input,
    valid,
  }));
}

/** "met" or "broken" as we say it; a fault where the schema can't be used, which promises nothing. */
export function said({ schema, input }: SchemaCase, uri: string): boolean | string {
  const reading = readSchema(
    JSON.stringify(typeof schema === 'object' ? { $schema: uri, ...schema } : schema),
  );
  return reading.ok ? reading.violationsOf(input).length === 0 : reading.fault;
}
