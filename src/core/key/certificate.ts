import { type FoundKey, readSpki } from './asn1Key';
import { type Der, derTag, oidOf } from './der';
import { bad, type CertificateFacts, good, type Read } from './key';

/** A certificate (RFC 5280 section 4.1): its key, and what is told about it. Its own signature is not checked. */
export interface Certificate {
  key: FoundKey;
  facts: CertificateFacts;
}

/** Attribute types of a name that people know by letters (RFC 4514 section 3). */
const attributes: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '1.2.840.113549.1.9.1': 'E',
};

/** Reads a certificate's key, names and validity. */
export function readCertificate(certificate: Der): Read<Certificate> {
  const [first, ...rest] = certificate.children[0]?.children ?? [];
  const fields = first?.tag === derTag.context0 ? rest : [first, ...rest];
  const [, , issuer, validity, subject, spki] = fields;
  const isCertificate =
    certificate.children.length === 3 && issuer?.tag === derTag.sequence && spki?.tag === derTag.sequence;
  if (!isCertificate || !subject) return bad('der-not-a-certificate');
  const key = readSpki(spki);
  if (!key.ok) return key;
  const [from, to] = (validity?.children ?? []).map(secondsOf);
  const facts = {
    subject: nameOf(subject),
    issuer: nameOf(issuer),
    notBeforeSeconds: from ?? Number.NaN,
    notAfterSeconds: to ?? Number.NaN,
  };
  return good({ key: { ...key.value, format: 'x509' }, facts });
}

/** A distinguished name as people read it: the most telling part first. */
function nameOf(name: Der): string {
  const parts = name.children.flatMap((set) => set.children.map(attributeOf));
  return parts.reverse().join(', ');
}

function attributeOf(attribute: Der): string {
  const oid = oidOf(attribute.children[0]);
  return `${attributes[oid] ?? oid}=${textOf(attribute.children[1])}`;
}

function textOf(value: Der | undefined): string {
  return new TextDecoder(value?.tag === derTag.utf8String ? 'utf-8' : 'latin1').decode(
    value?.body ?? new Uint8Array(),
  );
}

/** UTCTime turns the century at 50 (RFC 5280 section 4.1.2.5.1). */
function secondsOf(time: Der): number {
  const text = textOf(time);
  const full =
    time.tag === derTag.generalizedTime ? text : `${Number(text.slice(0, 2)) < 50 ? '20' : '19'}${text}`;
  const match = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?Z$/.exec(full);
  if (!match) return Number.NaN;
  const [year, month, day, hour, minute, second] = match.slice(1).map((digits) => Number(digits ?? 0));
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second) / 1000;
}
