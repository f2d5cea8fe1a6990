import { ecPrivate, type FoundKey, readPkcs8, readSpki, rsaKey } from './asn1Key';
import { buildKey, type Extras } from './build';
import { readCertificate } from './certificate';
import { type Der, readDer } from './der';
import { bad, good, type Key, type KeyFault, type KeyReading, type KeySource, type Read } from './key';
import { readOpensshPrivate } from './opensshPrivate';
import { type PemBlock, readPem } from './pem';

interface Found {
  key: FoundKey;
  extras: Extras;
}

const plain = (key: Read<FoundKey>): Read<Found> => (key.ok ? good({ key: key.value, extras: {} }) : key);

/** How each PEM label (RFC 7468) is read. */
const readers: Readonly<Record<string, (der: Der) => Read<Found>>> = {
  'PUBLIC KEY': (der) => plain(readSpki(der)),
  'RSA PUBLIC KEY': (der) => plain(rsaKey(der, 'pkcs1', false)),
  'PRIVATE KEY': (der) => plain(readPkcs8(der)),
  'RSA PRIVATE KEY': (der) => plain(rsaKey(der, 'pkcs1', false)),
  'EC PRIVATE KEY': (der) => plain(ecPrivate(der, 'sec1')),
  CERTIFICATE: certificateKey,
  'X509 CERTIFICATE': certificateKey,
};

/** What openssl writes before an EC key; it holds no key. */
const skipped = new Set(['EC PARAMETERS']);

/** Reads every key of a PEM text. A certificate that only vouches for the one before it is not taken as a key. */
export function readPemKeys(text: string, source: KeySource): KeyReading {
  const blocks = readPem(text);
  if (!blocks.ok) return blocks;
  const keys: Key[] = [];
  for (const block of blocks.value.filter(({ label }) => !skipped.has(label))) {
    const key = readPemBlock(block, source);
    if (!key.ok) return { ok: false, fault: { line: block.line, ...key.fault } };
    keys.push(key.value);
  }
  const [first] = keys;
  if (!first) return bad('pem-empty', { line: 1, values: [blocks.value[0]?.label ?? ''] });
  const leaves = keys.filter((key, index) => !vouchesFor(key, keys[index - 1]));
  const notes =
    leaves.length < keys.length
      ? [{ code: 'issuers-ignored' as const, values: [`${keys.length - leaves.length}`] }]
      : [];
  return {
    ok: true,
    format: first.format,
    keys: leaves,
    notes: [...notes, ...leaves.flatMap(({ notes }) => notes)],
  };
}

/** A key in bare DER, as a file or as base64 without its PEM lines holds it. Undefined when it is none. */
export function readDerKey(bytes: Uint8Array, source: KeySource): Key | undefined {
  const der = readDer(bytes);
  if (!der.ok) return undefined;
  for (const label of ['CERTIFICATE', 'PUBLIC KEY', 'PRIVATE KEY', 'RSA PUBLIC KEY', 'EC PRIVATE KEY']) {
    const found = readers[label]?.(der.value);
    const key = found?.ok ? buildKey(found.value.key, source, found.value.extras) : undefined;
    if (key?.ok) return key.value;
  }
  return undefined;
}

/** One block's key; a protected one is told as such. */
export function readPemBlock({ label, bytes, headers }: PemBlock, source: KeySource): Read<Key> {
  const reader = readers[label];
  if (label === 'ENCRYPTED PRIVATE KEY' || headers.some((header) => /ENCRYPTED/.test(header))) {
    return bad('pem-encrypted', { values: [label] });
  }
  if (label === 'OPENSSH PRIVATE KEY') {
    const found = readOpensshPrivate(bytes);
    return found.ok ? buildKey(found.value.key, source, found.value.extras) : found;
  }
  if (!reader) return bad('pem-label-unknown', { values: [label] });
  const der = readDer(bytes);
  if (!der.ok) return der;
  const found = reader(der.value);
  if (!found.ok) return withLabel(found.fault, label);
  return buildKey(found.value.key, source, found.value.extras);
}

function withLabel(fault: KeyFault, label: string): Read<never> {
  return { ok: false, fault: fault.values ? fault : { ...fault, values: [label] } };
}

function certificateKey(der: Der): Read<Found> {
  const certificate = readCertificate(der);
  if (!certificate.ok) return certificate;
  const { key, facts } = certificate.value;
  const certified = { der: new Uint8Array(der.whole) };
  return good({ key, extras: { label: facts.subject, certificate: facts, certified } });
}

function vouchesFor(key: Key, previous: Key | undefined): boolean {
  return key.certificate !== undefined && previous?.certificate?.issuer === key.certificate.subject;
}
