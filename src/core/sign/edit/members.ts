import { type JsonMember, type JsonNode, readJson, type Span } from '../../token/json';

/** Why a text could not be edited by its members. */
export const editRefusals = ['not-json', 'not-object', 'too-many'] as const;
export type EditRefusal = (typeof editRefusals)[number];

/** The text after an edit; or why it stayed as it was. */
export type Edited = { ok: true; text: string } | { ok: false; code: EditRefusal };

type JsonObject = Extract<JsonNode, { type: 'object' }>;

/** The text of a header or payload as an object that can be edited: valid JSON, and nothing of it left out. */
export function objectIn(text: string): { ok: true; root: JsonObject } | { ok: false; code: EditRefusal } {
  const { root, valid, faults } = readJson(text);
  if (!root || !valid) return { ok: false, code: 'not-json' };
  if (root.type !== 'object') return { ok: false, code: 'not-object' };
  const whole = !faults.some(({ code }) => code === 'json-too-many' || code === 'json-too-deep');
  return whole ? { ok: true, root } : { ok: false, code: 'too-many' };
}

/** Puts other characters in the place of a span. Everything else stays, byte for byte. */
export function replaceSpan(text: string, { start, end }: Span, by: string): string {
  return text.slice(0, start) + by + text.slice(end);
}

/** Gives the member at `index` another value, written as `valueText`. */
export function withValue(text: string, index: number, valueText: string): Edited {
  return editMember(text, index, ({ value }) => replaceSpan(text, value.span, valueText));
}

/** Gives the member at `index` another name. */
export function withName(text: string, index: number, name: string): Edited {
  return editMember(text, index, ({ nameSpan }) => replaceSpan(text, nameSpan, JSON.stringify(name)));
}

/** Takes the member at `index` out, with one comma and the white space that set it apart. */
export function withoutMember(text: string, index: number): Edited {
  const found = objectIn(text);
  if (!found.ok) return found;
  const { members, span } = found.root;
  const member = members[index];
  if (!member) return { ok: true, text };
  const before = members[index - 1];
  const after = members[index + 1];
  const start = before ? before.value.span.end : after ? member.nameSpan.start : span.start + 1;
  const end = before || !after ? member.value.span.end : after.nameSpan.start;
  return { ok: true, text: replaceSpan(text, { start, end }, '') };
}

/** Adds a member at the end, set apart as the members before it are. */
export function withMember(text: string, name: string, valueText: string): Edited {
  const found = objectIn(text);
  if (!found.ok) return found;
  const { members, span } = found.root;
  const last = members.at(-1);
  const at = last ? last.value.span.end : span.start + 1;
  const { gap, colon } = styleOf(text, found.root);
  const written = `${last ? `,${gap}` : ''}${JSON.stringify(name)}${colon}${valueText}`;
  return { ok: true, text: replaceSpan(text, { start: at, end: at }, written) };
}

/** Gives the member of that name another value; adds it where there is none. Of several the last counts. */
export function setMember(text: string, name: string, valueText: string): Edited {
  const found = objectIn(text);
  if (!found.ok) return found;
  const index = found.root.members.findLastIndex((member) => member.name === name);
  return index < 0 ? withMember(text, name, valueText) : withValue(text, index, valueText);
}

/** Takes every member of that name out. */
export function removeMember(text: string, name: string): Edited {
  const found = objectIn(text);
  if (!found.ok) return found;
  const index = found.root.members.findIndex((member) => member.name === name);
  if (index < 0) return { ok: true, text };
  const edited = withoutMember(text, index);
  return edited.ok ? removeMember(edited.text, name) : edited;
}

function editMember(text: string, index: number, edit: (member: JsonMember) => string): Edited {
  const found = objectIn(text);
  if (!found.ok) return found;
  const member = found.root.members[index];
  return { ok: true, text: member ? edit(member) : text };
}

/** The white space between a comma and the next name, and what stands between a name and its value. */
function styleOf(text: string, { members, span }: JsonObject): { gap: string; colon: string } {
  const last = members.at(-1);
  if (!last) return { gap: '', colon: ':' };
  const before = members.at(-2);
  const from = before ? text.indexOf(',', before.value.span.end) + 1 : span.start + 1;
  return {
    gap: text.slice(from, last.nameSpan.start),
    colon: text.slice(last.nameSpan.end, last.value.span.start),
  };
}
