import { living, type Shapes } from './chance';

/** What is encrypted, and what other specifications than OAuth's have made. */
export const encrypted: Shapes = {
  nextAuthSession: (c) => ({
    header: { alg: 'dir', enc: c.of('A256GCM', 'A256CBC-HS512'), kid: c.base64url(32) },
    claims: {},
    isEncrypted: true,
  }),
  cognitoRefresh: () => ({
    header: { cty: 'JWT', enc: 'A256GCM', alg: 'RSA-OAEP' },
    claims: {},
    isEncrypted: true,
  }),
  openIddictEncrypted: (c) => ({
    header: { alg: 'RSA-OAEP', enc: 'A256CBC-HS512', kid: c.hex(40), typ: 'at+jwt', cty: 'JWT' },
    claims: {},
    isEncrypted: true,
  }),
  auth0Opaque: () => ({
    header: { alg: 'dir', enc: 'A256GCM', iss: 'https://tenant.eu.auth0.com/' },
    claims: {},
    isEncrypted: true,
  }),
  ecdhEs: (c) => ({
    header: {
      alg: 'ECDH-ES+A256KW',
      enc: 'A256GCM',
      kid: c.uuid(),
      epk: {
        kty: 'EC',
        crv: 'P-256',
        x: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU',
        y: 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0',
      },
    },
    claims: {},
    isEncrypted: true,
  }),
  callerIdentity: (c) => ({
    header: {
      alg: 'ES256',
      typ: 'passport',
      ppt: 'shaken',
      x5u: 'https://certificates.example.org/shaken.pem',
    },
    claims: {
      attest: 'A',
      dest: { tn: [c.digits(11)] },
      iat: living(c, 60).iat,
      orig: { tn: c.digits(11) },
      origid: c.uuid(),
    },
  }),
  introspection: (c) => ({
    header: { alg: 'RS256', typ: 'token-introspection+jwt', kid: c.base64url(8) },
    claims: {
      iss: 'https://as.example.com',
      aud: 'https://rs.example.com',
      iat: living(c, 60).iat,
      token_introspection: { active: true, sub: c.uuid(), scope: 'read', exp: living(c, 3_600).exp },
    },
  }),
  securityEvent: (c) => ({
    header: { alg: 'RS256', typ: 'secevent+jwt', kid: c.base64url(8) },
    claims: {
      iss: 'https://idp.example.com',
      aud: 'https://sp.example.com',
      iat: living(c, 60).iat,
      jti: c.hex(32),
      sub_id: { format: 'email', email: 'ada@shop.example' },
      events: {
        'https://schemas.openid.net/secevent/caep/event-type/session-revoked': { event_timestamp: 1 },
      },
    },
  }),
  webPush: (c) => ({
    header: { typ: 'JWT', alg: 'ES256' },
    claims: { aud: 'https://push.example.net', exp: living(c, 43_200).exp, sub: 'mailto:ops@shop.example' },
  }),
  clientAssertion: (c) => {
    const client = c.base64url(20);
    return {
      header: { alg: 'PS256', typ: 'client-authentication+jwt', kid: c.base64url(8) },
      claims: { iss: client, sub: client, aud: 'https://as.example.com', jti: c.uuid(), ...living(c, 60) },
    };
  },
  statusList: (c) => ({
    header: { alg: 'ES256', typ: 'statuslist+jwt', kid: '12' },
    claims: {
      sub: 'https://example.com/statuslists/1',
      ...living(c, 43_200),
      ttl: 43_200,
      status_list: { bits: 1, lst: c.base64url(40) },
    },
  }),
  minioSession: (c) => ({
    header: { alg: 'HS512', typ: 'JWT' },
    claims: { accessKey: c.hex(20).toUpperCase(), exp: living(c, 3_600).exp, parent: 'ada' },
  }),
  keycloakOnTheLan: (c) => ({
    header: { alg: 'RS256', typ: 'JWT', kid: c.base64url(32) },
    claims: {
      ...living(c, 300),
      jti: `onrtro:${c.uuid()}`,
      iss: `http://${c.of('192.168.1.20', '10.0.3.4', '172.20.0.5', 'keycloak')}:8080/realms/shop`,
      aud: 'account',
      sub: c.uuid(),
      typ: 'Bearer',
      azp: 'web',
      sid: c.uuid(),
      scope: 'openid profile email',
    },
  }),
};
