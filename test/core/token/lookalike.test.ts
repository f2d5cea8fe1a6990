import { describe, expect, it } from 'vitest';
import { findTokens } from '../../../src/core/token/find';
import { inflate } from '../../../src/core/token/inflate';
import { lookalikeOf } from '../../../src/core/token/lookalike';
import { readToken } from '../../../src/core/token/read';

const base64 = (text: string | Uint8Array) => Buffer.from(text).toString('base64');
const letters = (count: number) => 'aB3'.repeat(count).slice(0, count);

/** Made by Flask 2.2 with itsdangerous 2.1 on 22 November 2026. */
const flask = 'eyJ1c2VyIjoiam9lIiwibiI6MX0.awKY0A.Dvp24TSPjOZhaeh8aRmPi-icsQU';
const flaskCompressed = '.eJyrViotTi1SslLKyk9V0lEqSa0oAXISR8GgAkq1AOrXnvs.awKY0A.BLyVDuBldbW4dGQ8YgvlLa9V8EQ';

const fernet = Buffer.concat([Buffer.from([0x80, 0, 0, 0, 0, 0x65, 0x53, 0xf1, 0]), Buffer.alloc(64, 7)]);

describe('what resembles a token', () => {
  // biome-ignore format: a table
  it.each([
    ['flask-session',     flask],
    ['flask-session',     flaskCompressed],
    ['django-signed',     `eyJhIjoxfQ:1tXyZa:${letters(43)}`],
    ['paseto',            'v2.local.QAxIpVe-ECVNI1z4xQbm.UGFyYWdvbg'],
    ['paseto',            'v4.public.eyJkYXRhIjoidGhpcyJ9'],
    ['fernet',            fernet.toString('base64url')],
    ['macaroon',          base64('001clocation http://mybank/\n0026identifier we used our secret key\n')],
    ['macaroon',          base64(Buffer.concat([Buffer.from([2, 1, 4]), Buffer.alloc(30, 9)]))],
    ['laravel-cookie',    base64('{"iv":"x","value":"y","mac":"z","tag":""}')],
    ['laravel-cookie',    encodeURIComponent(base64('{"iv":"x?>~","value":"yy","mac":"z"}'))],
    ['rails-cookie',      `${letters(40)}--${letters(16)}--${letters(22)}==`],
    ['express-signed',    `s%3A${letters(20)}.${letters(43)}`],
    ['aspnet-protected',  `CfDJ8${letters(60)}`],
    ['saml',              base64('<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol">')],
    ['saml',              base64('<?xml version="1.0"?><saml2p:Response x="y">')],
    ['aws-key',           'AKIAIOSFODNN7EXAMPLE'],
    ['aws-signature',     'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20260101/us-east-1/s3/aws4_request'],
    ['github-token',      `ghp_${letters(36)}`],
    ['github-token',      `github_pat_${letters(82)}`],
    ['gitlab-token',      `glpat-${letters(20)}`],
    ['slack-token',       `xoxb-123456789012-${letters(24)}`],
    ['stripe-key',        `sk_test_${letters(24)}`],
    ['google-key',        `AIza${letters(35)}`],
    ['google-token',      `ya29.${letters(60)}`],
    ['npm-token',         `npm_${letters(36)}`],
    ['openai-key',        `sk-${letters(48)}`],
    ['sendgrid-key',      `SG.${letters(22)}.${letters(43)}`],
    ['shopify-token',     `shpat_${'ab12'.repeat(8)}`],
    ['discord-token',     `M${letters(23)}.${letters(6)}.${letters(27)}`],
    ['basic-credentials', `Basic ${base64('joe:secret')}`],
    ['key',               '-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----'],
    ['key',               '{"kty":"oct","k":"AAAA"}'],
    ['certificate',       '-----BEGIN CERTIFICATE-----\nMIIB'],
    ['cose',              `0oRDoQEmoEw${letters(30)}`],
    ['uuid',              '123e4567-e89b-42d3-a456-426614174000'],
    ['opaque',            letters(32)],
    ['opaque',            'd41d8cd98f00b204e9800998ecf8427e'],
  ])('%s: %s', (kind, text) => {
    expect(lookalikeOf(text)?.kind).toBe(kind);
    expect(findTokens(`x=${text}; y`)).toEqual([]);
    expect(readToken(text).valid).toBe(false);
  });

  it.each([
    '',
    'hello',
    'hello world',
    '192.168.0.1',
    'jquery.min.js',
    '/static/app.4f3a2b1c.chunk.js',
    '{"a":1}',
    'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
  ])('nothing: %j', (text) => {
    expect(lookalikeOf(text)).toBeUndefined();
  });

  it('shows content and time of a Flask session, also of a compressed one', async () => {
    expect(lookalikeOf(flask)).toEqual({
      kind: 'flask-session',
      content: '{"user":"joe","n":1}',
      madeSeconds: 1795332304,
    });
    const { compressed, madeSeconds } = lookalikeOf(flaskCompressed) ?? {};
    expect(madeSeconds).toBe(1795332304);
    const { bytes } = await inflate(compressed ?? new Uint8Array(), 'deflate', 10_000);
    expect(Buffer.from(bytes).toString()).toBe(`{"user":"joe","text":"${'a'.repeat(400)}"}`);
  });

  it('knows the year from which old versions of itsdangerous count', () => {
    const old = `${flask.split('.')[0]}.${Buffer.from([0x0b, 0xeb, 0xc2, 0x00]).toString('base64url')}.${flask.split('.')[2]}`;
    expect(lookalikeOf(old)?.madeSeconds).toBe(200_000_000 + 1_293_840_000);
  });

  it('shows content and time of others that carry them', () => {
    expect(lookalikeOf(`eyJhIjoxfQ:1tXyZa:${letters(43)}`)).toMatchObject({
      content: '{"a":1}',
      madeSeconds: 1736928982,
    });
    expect(lookalikeOf(fernet.toString('base64url'))).toMatchObject({ madeSeconds: 0x6553f100 });
    expect(lookalikeOf(base64('001clocation http://mybank/\n0012identifier x\n'))?.content).toBe(
      'location http://mybank/\nidentifier x',
    );
  });
});
