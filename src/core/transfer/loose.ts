/** Reading of JSON values of which nobody knows whether they are what they should be. */

export type Loose = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Loose => typeof value === 'object' && value !== null;

/** The member as an object; an empty one where it is none. */
export function objectIn(value: unknown, name: string): Loose {
  const member = isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
  return isObject(member) ? member : {};
}

export function listIn(value: Loose, name: string): readonly unknown[] {
  const member = value[name];
  return Array.isArray(member) ? member : [];
}

/** The member as a text, also where it is a number. */
export function textIn(value: Loose, name: string): string | undefined {
  const member = value[name];
  if (typeof member === 'string') return member;
  return typeof member === 'number' ? String(member) : undefined;
}

/** The member as a finite number, also where it is written as a text. */
export function numberIn(value: Loose, name: string): number | undefined {
  const text = textIn(value, name);
  const number = text === undefined || text.trim() === '' ? Number.NaN : Number(text);
  return Number.isFinite(number) ? number : undefined;
}
