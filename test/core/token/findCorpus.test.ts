import { describe, expect, it } from 'vitest';
import { findTokens } from '../../../src/core/token/find';

const encode = (text: string) => Buffer.from(text).toString('base64url');
const token = `${encode('{"alg":"HS256"}')}.${encode('{"sub":"joe","iat":1516239022}')}.${'s'.repeat(42)}A`;
const unsecured = `${encode('{ "typ": "JWT", "alg": "none" }')}.${encode('{"sub":"joe"}')}.`;
const found = (text: string) => findTokens(text).map((each) => each.text);

describe('tokens where people meet them', () => {
  it.each([
    [
      'curl in double quotes',
      `curl -sS "https://a.example/x" -H "Authorization: Bearer ${token}" -d '{"a":1}'`,
    ],
    ['curl for cmd', `curl ^"https://a.example^" -H ^"Authorization: Bearer ${token}^"`],
    ['curl with a variable', `TOKEN=${token} && curl -H "Authorization: Bearer $TOKEN" https://a.example`],
    ['curl with a data field', `curl --data-urlencode 'id_token=${token}' https://a.example`],
    ['HTTPie', `http -A bearer -a ${token} GET a.example/x`],
    ['HTTPie with a field', `http POST a.example token=${token}`],
    ['wget', `wget --header='Cookie: sid=${token}; theme=dark' https://a.example`],
    ['PowerShell', `Invoke-RestMethod -Headers @{Authorization="Bearer ${token}"} -Uri https://a.example`],
    ['fetch', `fetch("/x", {headers: {authorization: "Bearer ${token}"}});`],
    ['an environment file', `# secret\nexport JWT='${token}'\nPORT=8080`],
    ['YAML', `auth:\n  token: ${token}\n  type: bearer\n`],
    ['TOML', `[auth]\ntoken = "${token}"\n`],
    ['XML', `<a><![CDATA[${token}]]></a>`],
    ['a SOAP header', `<wsse:BinarySecurityToken ValueType="JWT">${token}</wsse:BinarySecurityToken>`],
    ['an HTML attribute with entities', `<div data-a="{&quot;t&quot;:&quot;${token}&quot;}">`],
    ['a meta element', `<meta name="csrf" content='${token}'>`],
    ['a script', `<script>window.__T__="${token}";</script>`],
    ['a link', `<a href="/verify?t=${token}#top">verify</a>`],
    ['a Set-Cookie header', `Set-Cookie: __Host-t=${token}; Path=/; Secure; HttpOnly; SameSite=Lax`],
    ['an escaped cookie', `Cookie: auth=%7B%22t%22%3A%22${token}%22%7D; x=y`],
    ['a coloured log', `\u001b[2m2026-11-22\u001b[0m INFO \u001b[32m${token}\u001b[0m ok`],
    ['a log with colours set twice', `\u001b[1;31m${token}\u001b[0m`],
    [
      'an access log',
      `10.0.0.1 - - [22/Nov/2026:10:00:00 +0000] "GET /x?token=${token} HTTP/1.1" 200 12 "-" "curl/8.5.0"`,
    ],
    ['a log of key and value', `level=info msg="sent" jwt=${token} dur=12.5ms`],
    ['a stack trace', `Error: jwt expired (${token})\n    at verify (/app/node_modules/x/index.js:10:5)`],
    ['Python', `headers = {'Authorization': b'Bearer ${token}'}`],
    ['Go', `req.Header.Set("Authorization", "Bearer ${token}")`],
    ['SQL', `INSERT INTO t VALUES (1,'${token}',NULL);`],
    ['CSV', `1,joe,${token},2026-11-22`],
    ['quoted-printable', `<a href=3D"https://a.example/?t=3D${token}">x</a>`],
    ['a JSON string within a JSON string', JSON.stringify({ a: JSON.stringify({ b: `\n${token}\t` }) })],
    ['a WebSocket protocol', `Sec-WebSocket-Protocol: chat, ${token}`],
    [
      'a redirection',
      `Location: https://a.example/cb#access_token=${token}&token_type=bearer&expires_in=3600`,
    ],
    ['a redirection, escaped', `next=https%3A%2F%2Fa.example%2Fcb%23id_token%3D${token}%26state%3Dx`],
    ['Markdown', `See [here](https://jwt.example/#token=${token}) and \`code\`.`],
    ['a chat', `joe: can you look at ${token}? it says "invalid"`],
    ['a diff', `+  "token": "${token}",\n-  "token": "x",`],
    ['a HAR entry', `{"name":"authorization","value":"Bearer ${token}"},{"name":"accept","value":"*/*"}`],
  ])('in %s', (_, text) => {
    expect(found(text)).toEqual([token]);
    expect(found(text.replace(token, unsecured))).toEqual([unsecured]);
  });
});

describe('what is no token', () => {
  it.each([
    [
      'Java packages',
      'import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm.HS256.getName;',
    ],
    ['versions', 'eslint@9.12.0-rc.1+build.5 typescript@7.0.0-beta.20261122.1 v20.20.2'],
    ['domains', 'eyJlongsubdomain-with-hyphens.eyJanother-long-label.example.com'],
    ['addresses', 'https://cdn.example.com/assets/eyJidx.4f3a2b1c.chunk.min.js?v=1.2.3#L10'],
    ['integrity hashes', `"integrity": "sha512-${'eyJhbGci'.repeat(10)}Zm9v/bar+baz==",`],
    ['a source map', '{"version":3,"mappings":"eyJAAAA;IAAA,MAAM.CAAC,YAAY.GAAG;eyJAAC"}'],
    [
      'a data URI',
      `url(data:image/png;base64,iVBORw0KGgo${encode('x'.repeat(300))}.${encode('y'.repeat(90))}.z)`,
    ],
    ['minified code', 'e.exports=eyJ.prototype.hasOwnProperty.call(eyJhbGciOiJI.t,"x")?eyJ.a.b:I.C.D'],
    ['property chains', 'eyJhbGciOiJIUzI1NiJ9_config.services.authentication.jwt.enabled.value'],
    [
      'error report ids',
      'sentry-trace: 4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-1; release=app@1.2.3',
    ],
    ['JSON in base64', `cursor=${encode('{"offset":20,"limit":10}')}`],
    ['JSON in base64, three times', ['{"a":1}', '{"b":2}', '{"c":3}'].map(encode).join('.')],
    ['a Flask session', 'session=eyJ1c2VyX2lkIjoxMjN9.ZyA1Qg.0r7s6oYzTzIfW2tGmQx3bG5mQ3s; Path=/'],
    ['a signed Django value', 'eyJ1IjoxfQ:1tHbXk:pQq4Jf36POk6yJV_adQssw5cJf36POk6yJV_adQssw5'],
    [
      'a Laravel cookie',
      `laravel_session=${Buffer.from('{"iv":"a","value":"b","mac":"c","tag":""}').toString('base64')}`,
    ],
    [
      'PASETO',
      `v4.public.${encode('{"sub":"joe","exp":"2026-11-22T00:00:00Z"}')}${'x'.repeat(80)}.${encode('{"kid":"1"}')}`,
    ],
    ['a Discord token', `MTk4NjIyNDgzNDcxOTI1MjQ4.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWs`],
    ['a JWK', '{"kty":"EC","crv":"P-256","x":"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4","alg":"ES256"}'],
    [
      'a certificate',
      '-----BEGIN CERTIFICATE-----\nMIIDdzCCAl+gAwIBAgIEAgAAuTANBgkqhkiG9w0BAQUFADBaMQswCQYDVQQGEwJJ\n-----END CERTIFICATE-----',
    ],
    [
      'an SSH key',
      'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJdD7y3aLq454yWBdwLWbieU1ebz9/cu7/QEXn9OIeZJ joe@host',
    ],
    ['an elided token', `${token.slice(0, 20)}...${token.slice(-10)}`],
    ['a token cut off', `${token.slice(0, 30)}…`],
    ['a pattern', '/^eyJ[A-Za-z0-9_-]+\\.eyJ[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*$/'],
    ['a placeholder', 'Authorization: Bearer eyJhbGciOiJIUzI1NiJ9.<payload>.<signature>'],
    [
      'words in place of parts',
      `${encode('{"alg":"HS256"}')}.payload.signature`.replace('payload', 'pay load'),
    ],
    ['numbers', '1234567890.1234567890.1234567890'],
    ['ellipses', '............eyJhbGciOiJIUzI1NiJ9............'],
    ['a mail address', 'eyJhbGciOiJIUzI1NiJ9.smith@mail.example.com'],
    ['file names', 'eyJhbGciOiJIUzI1NiJ9.tar.gz.sig.txt and backup.2026.11.22.tar'],
    ['two parts of a token', `"${token.split('.').slice(0, 2).join('.')}"`],
    ['a header in a header', `${encode('{"alg":')}.${encode('{}')}.abcd`],
  ])('%s', (_, text) => {
    expect(found(text)).toEqual([]);
    expect(found(`${text} ${token} ${text}`).filter((each) => each !== token)).toEqual([]);
  });
});
