import { type JsonNode, memberOf } from '../json';
import type { Token, TokenForm } from '../token';
import { isUnencoded } from './compact';
import { JsonForm } from './jsonMembers';
import { faultOf, type PartReading } from './parts';

/** With so much wrong, the signatures and recipients behind it are not looked at. */
const enoughFaults = 100;

/**
 * Reads the JSON serialization of a JWS or JWE, general or flattened (RFC 7515 section 7.2, RFC 7516 section 7.2), also
 * with a detached payload, and the disclosures of an SD-JWT in it (RFC 9901 section 8).
 */
export function readJsonForm(text: string): Token {
  const form = new JsonForm(text);
  if (form.has('ciphertext')) return encrypted(form);
  if (form.has('signature') || form.has('signatures')) return signed(form);
  const [fault] = form.faults;
  const faults = [...form.faults];
  if (!fault || form.sound) faults.push({ code: 'form-no-token', at: 0 });
  return { text, form: form.has('payload') ? 'jws-json' : 'jwe-json', valid: false, parts: [], faults };
}

function signed(form: JsonForm): Token {
  if (form.has('signatures') && form.has('signature')) {
    form.wrong('signature', 'absent', memberOf(form.root, 'signature'));
  }
  const general = form.has('signatures');
  const signers = general ? form.objects('signatures') : [form.root];
  if (signers.length === 0) form.wrong('signatures', 'array', undefined);
  for (const [at, signer] of signers.entries()) {
    if (form.faults.length >= enoughFaults) break;
    readSigner(form, signer, general ? at : undefined);
  }
  readPayload(form);
  return tokenOf(form, 'jws-json');
}

function readSigner(form: JsonForm, signer: JsonNode | undefined, index: number | undefined): void {
  const header = form.json(signer, 'protected', 'header', index);
  const unprotected = form.object(signer, 'header', 'unprotected-header', index);
  checkHeaders(form, [header, unprotected]);
  if (!form.has('signature', signer)) form.wrong('signature', 'string', undefined);
  form.binary(signer, 'signature', 'signature', index);
  if (unprotected) readDisclosures(form, memberOf(signer, 'header'));
}

function readPayload(form: JsonForm): void {
  const header = form.readings.find((each) => each.part.name === 'header');
  const payload =
    header && isUnencoded(header.part)
      ? form.plain(form.root, 'payload', 'payload')
      : form.json(form.root, 'payload', 'payload');
  const first = form.readings[0];
  if (!payload && form.sound && first) form.faults.push({ code: 'payload-empty', at: first.part.span.start });
}

/** RFC 9901 section 8: they stand in the unprotected header. */
function readDisclosures(form: JsonForm, header: JsonNode | undefined): void {
  const disclosures = memberOf(header, 'disclosures');
  const items = disclosures?.type === 'array' ? disclosures.items : [];
  for (const [at, value] of items.entries()) {
    const holder: JsonNode = {
      type: 'object',
      span: value.span,
      members: [{ name: 'disclosure', nameSpan: value.span, value, duplicate: false }],
    };
    form.json(holder, 'disclosure', 'disclosure', at);
  }
  if (memberOf(header, 'kb_jwt')) form.plain(header, 'kb_jwt', 'key-binding');
}

function encrypted(form: JsonForm): Token {
  const header = form.json(form.root, 'protected', 'header');
  const shared = form.object(form.root, 'unprotected', 'unprotected-header');
  const general = form.has('recipients');
  const recipients = general ? form.objects('recipients') : [form.root];
  for (const [at, recipient] of recipients.entries()) {
    if (form.faults.length >= enoughFaults) break;
    const own = form.object(recipient, 'header', 'unprotected-header', general ? at : undefined);
    form.binary(recipient, 'encrypted_key', 'encrypted-key', general ? at : undefined);
    checkHeaders(form, [header, shared, own], true);
  }
  form.binary(form.root, 'iv', 'iv');
  form.binary(form.root, 'aad', 'additional-data');
  form.binary(form.root, 'ciphertext', 'ciphertext');
  form.binary(form.root, 'tag', 'tag');
  return tokenOf(form, 'jwe-json');
}

/** All headers together must name the algorithms, and each name may stand in one of them only (RFC 7515 section 7.2.1). */
function checkHeaders(form: JsonForm, headers: readonly (PartReading | undefined)[], encrypts = false): void {
  const parts = headers.flatMap((each) => (each ? [each.part] : []));
  const first = parts[0];
  if (!first) {
    form.wrong('protected', 'string', undefined);
    return;
  }
  for (const name of encrypts ? ['alg', 'enc'] : ['alg']) {
    if (parts.some((part) => memberOf(part.json, name))) continue;
    form.faults.push(faultOf(name === 'alg' ? 'alg-missing' : 'enc-missing', first));
  }
  const names = parts.flatMap((part) =>
    part.json?.type === 'object' ? part.json.members.map((each) => each.name) : [],
  );
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) form.faults.push(faultOf('header-name-twice', first, twice));
}

function tokenOf(form: JsonForm, name: TokenForm): Token {
  return {
    text: form.text,
    form: name,
    valid: form.sound,
    parts: form.readings.map((each) => each.part),
    faults: form.faults,
  };
}
