import type { WebRequest } from 'webextension-polyfill';
import { LONGEST_BODY } from '../core/traffic/bodies';

type RequestBody = WebRequest.OnBeforeRequestDetailsTypeRequestBodyType | undefined;

/** The fields of a form that the browser has parsed. */
export function formFields(body: RequestBody): (readonly [name: string, value: string])[] {
  const fields: Record<string, unknown> = body?.formData ?? {};
  return Object.entries(fields).flatMap(([name, values]) =>
    (Array.isArray(values) ? values : []).map((value) => [name, String(value)] as const),
  );
}

/** The text of a body that the browser gives as bytes; empty where it is too long or comes from a file. */
export function bodyText(body: RequestBody): string {
  const pieces = (body?.raw ?? []).map(
    ({ bytes }) => new Uint8Array((bytes as ArrayBuffer | undefined) ?? new ArrayBuffer(0)),
  );
  const length = pieces.reduce((sum, { byteLength }) => sum + byteLength, 0);
  if (length === 0 || length > LONGEST_BODY) return '';
  const decoder = new TextDecoder();
  return pieces.map((piece) => decoder.decode(piece, { stream: true })).join('') + decoder.decode();
}
