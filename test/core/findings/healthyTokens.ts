import { createHash } from 'node:crypto';
import { nowSeconds } from './samples';

type Members = Record<string, unknown>;
interface Shape {
  header: Members;
  claims: Members;
}

/** The same "random" values in every run: each is the hash of a counter. */
export class Chance {
  #count = 0;
  bytes(length: number): Buffer {
    const blocks: Buffer[] = [];
    while (blocks.length * 32 < length)
      blocks.push(
        createHash('sha256')
          .update(`healthy ${this.#count++}`)
          .digest(),
      );
    return Buffer.concat(blocks).subarray(0, length);
  }
  hex(length: number): string {
    return this.bytes(length).toString('hex').slice(0, length);
  }
  base64url(bytes: number): string {
    return this.bytes(bytes).toString('base64url');
  }
  base64(bytes: number): string {
    return this.bytes(bytes).toString('base64');
  }
  digits(length: number): string {
    const rest = BigInt(`0x${this.hex(2 * length)}`)
      .toString()
      .slice(0, length - 1);
    return `${1 + ((this.bytes(1)[0] ?? 0) % 9)}${rest}`.padEnd(length, '7');
  }
  number(below: number): number {
    return this.bytes(4).readUInt32BE() % below;
  }
  uuid(): string {
    const hex = this.hex(32);
    return [
      hex.slice(0, 8),
      hex.slice(8, 12),
      `4${hex.slice(13, 16)}`,
      `a${hex.slice(17, 20)}`,
      hex.slice(20),
    ].join('-');
  }
  of<T>(...list: readonly T[]): T {
    return list[this.number(list.length)] as T;
  }
}

const people = ['ada', 'grace', 'linus', 'zoë', '山田', 'o’hara'];

/** The times of a token that was issued within the last half of its life. */
function living(chance: Chance, seconds: number) {
  const iat = nowSeconds - chance.number(Math.floor(seconds / 2)) - 1;
  return { iat, exp: iat + seconds };
}

/** What well-known issuers put into their tokens, as their documentation shows it. */
const shapes: Readonly<Record<string, (chance: Chance) => Shape>> = {
  auth0Access: (c) => ({
    header: { alg: 'RS256', typ: 'JWT', kid: c.base64url(16) },
    claims: {
      iss: `https://dev-${c.hex(8)}.us.auth0.com/`,
      sub: `${c.of('auth0', 'google-oauth2', 'waad')}|${c.hex(24)}`,
      aud: ['https://api.shop.example', `https://dev-${c.hex(8)}.us.auth0.com/userinfo`],
      ...living(c, 86_400),
      azp: c.base64url(24),
      scope: 'openid profile email offline_access',
      permissions: ['read:orders'],
    },
  }),
  auth0Machine: (c) => ({
    header: { alg: 'RS256', typ: 'JWT', kid: c.base64url(16) },
    claims: {
      iss: 'https://tenant.eu.auth0.com/',
      sub: `${c.base64url(24)}@clients`,
      aud: 'https://api.shop.example',
      ...living(c, 86_400),
      azp: c.base64url(24),
      gty: 'client-credentials',
    },
  }),
  auth0Id: (c) => ({
    header: { alg: c.of('RS256', 'HS256'), typ: 'JWT', kid: c.base64url(16) },
    claims: {
      nickname: 'ada',
      name: c.of(...people),
      picture: 'https://s.gravatar.com/avatar/0?s=480&r=pg&d=https%3A%2F%2Fcdn.auth0.com%2Favatars%2Fad.png',
      updated_at: '2025-06-15T10:00:00.000Z',
      email: 'ada@shop.example',
      email_verified: true,
      iss: 'https://tenant.eu.auth0.com/',
      aud: c.base64url(24),
      sub: `auth0|${c.hex(24)}`,
      ...living(c, 36_000),
      sid: c.base64url(24),
      nonce: c.base64(32),
    },
  }),
  entraAccess: (c) => ({
    header: { typ: 'JWT', nonce: c.base64url(32), alg: 'RS256', x5t: c.base64url(20), kid: c.base64url(20) },
    claims: {
      aud: '00000003-0000-0000-c000-000000000000',
      iss: `https://sts.windows.net/${c.uuid()}/`,
      ...withNbf(living(c, 5_000)),
      acct: 0,
      acr: '1',
      aio: c.base64(40),
      amr: ['pwd', 'mfa'],
      app_displayname: 'Shop',
      appid: c.uuid(),
      appidacr: '0',
      family_name: 'Lovelace',
      given_name: 'Ada',
      idtyp: 'user',
      ipaddr: '203.0.113.7',
      name: 'Ada Lovelace',
      oid: c.uuid(),
      platf: '3',
      puid: c.hex(16).toUpperCase(),
      rh: `1.${c.base64url(40)}.`,
      scp: 'openid profile User.Read email',
      signin_state: ['kmsi'],
      sub: c.base64url(32),
      tenant_region_scope: 'EU',
      tid: c.uuid(),
      unique_name: 'ada@shop.example',
      upn: 'ada@shop.example',
      uti: c.base64url(16),
      ver: '1.0',
      wids: [c.uuid()],
      xms_tcdt: 1_500_000_000,
      pwd_exp: '500000',
      pwd_url: 'https://portal.microsoftonline.com/ChangePassword.aspx',
    },
  }),
  entraId: (c) => ({
    header: { typ: 'JWT', alg: 'RS256', kid: c.base64url(20) },
    claims: {
      ver: '2.0',
      iss: `https://login.microsoftonline.com/${c.uuid()}/v2.0`,
      sub: c.base64url(32),
      aud: c.uuid(),
      ...withNbf(living(c, 3_900)),
      name: 'Ada Lovelace',
      preferred_username: 'ada@shop.example',
      oid: c.uuid(),
      tid: c.uuid(),
      nonce: '12345',
      aio: c.base64(60),
      at_hash: c.base64url(16),
      rh: `0.${c.base64url(30)}.`,
      uti: c.base64url(16),
    },
  }),
  keycloakAccess: (c) => ({
    header: { alg: 'RS256', typ: 'JWT', kid: c.base64url(32) },
    claims: {
      ...living(c, 300),
      auth_time: nowSeconds - 400,
      jti: c.uuid(),
      iss: 'https://sso.shop.example/realms/shop',
      aud: 'account',
      sub: c.uuid(),
      typ: 'Bearer',
      azp: 'shop-frontend',
      nonce: c.uuid(),
      session_state: c.uuid(),
      acr: '1',
      'allowed-origins': ['https://shop.example'],
      realm_access: { roles: ['offline_access', 'uma_authorization'] },
      resource_access: { account: { roles: ['manage-account'] } },
      scope: 'openid email profile',
      sid: c.uuid(),
      email_verified: true,
      name: 'Ada Lovelace',
      preferred_username: 'ada',
      email: 'ada@shop.example',
    },
  }),
  keycloakNoAudience: (c) => ({
    header: { alg: 'RS256', typ: 'JWT', kid: c.base64url(32) },
    claims: {
      ...living(c, 300),
      auth_time: nowSeconds - 400,
      jti: c.uuid(),
      iss: 'http://localhost:8080/realms/dev',
      sub: c.uuid(),
      typ: 'Bearer',
      azp: 'spa',
      acr: '1',
      scope: 'profile',
      sid: c.uuid(),
    },
  }),
  keycloakService: (c) => ({
    header: { alg: 'RS256', typ: 'JWT', kid: c.base64url(32) },
    claims: {
      ...living(c, 300),
      jti: c.uuid(),
      iss: 'https://sso.shop.example/realms/shop',
      aud: 'account',
      sub: c.uuid(),
      typ: 'Bearer',
      azp: 'job',
      acr: '1',
      scope: 'email profile',
      clientHost: '10.0.0.7',
      client_id: 'job',
      clientAddress: '10.0.0.7',
      email_verified: false,
      preferred_username: 'service-account-job',
    },
  }),
  keycloakId: (c) => ({
    header: { alg: 'RS256', typ: 'JWT', kid: c.base64url(32) },
    claims: {
      ...living(c, 300),
      auth_time: nowSeconds - 400,
      jti: c.uuid(),
      iss: 'https://sso.shop.example/realms/shop',
      aud: 'shop-frontend',
      sub: c.uuid(),
      typ: 'ID',
      azp: 'shop-frontend',
      nonce: c.uuid(),
      sid: c.uuid(),
      at_hash: c.base64url(16),
      acr: '1',
      email_verified: true,
      preferred_username: 'ada',
      email: 'ada@shop.example',
    },
  }),
  keycloakRefresh: (c) => ({
    header: { alg: 'HS512', typ: 'JWT', kid: c.uuid() },
    claims: {
      ...living(c, 1_800),
      jti: c.uuid(),
      iss: 'https://sso.shop.example/realms/shop',
      aud: 'https://sso.shop.example/realms/shop',
      sub: c.uuid(),
      typ: 'Refresh',
      azp: 'shop-frontend',
      nonce: c.uuid(),
      sid: c.uuid(),
      scope: 'openid email profile',
    },
  }),
  keycloakOffline: (c) => ({
    header: { alg: 'HS512', typ: 'JWT', kid: c.uuid() },
    claims: {
      iat: nowSeconds - 100,
      jti: c.uuid(),
      iss: 'https://sso.shop.example/realms/shop',
      aud: 'https://sso.shop.example/realms/shop',
      sub: c.uuid(),
      typ: 'Offline',
      azp: 'shop-frontend',
      sid: c.uuid(),
      scope: 'openid offline_access',
    },
  }),
  cognitoAccess: (c) => ({
    header: { kid: c.base64(32), alg: 'RS256' },
    claims: {
      sub: c.uuid(),
      'cognito:groups': ['users'],
      iss: `https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_${c.hex(9)}`,
      client_id: c.hex(26),
      origin_jti: c.uuid(),
      event_id: c.uuid(),
      token_use: 'access',
      scope: 'aws.cognito.signin.user.admin',
      auth_time: nowSeconds - 90,
      ...living(c, 3_600),
      jti: c.uuid(),
      username: 'ada',
    },
  }),
  cognitoId: (c) => ({
    header: { kid: c.base64(32), alg: 'RS256' },
    claims: {
      at_hash: c.base64url(16),
      sub: c.uuid(),
      email_verified: true,
      iss: `https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_${c.hex(9)}`,
      'cognito:username': 'ada',
      origin_jti: c.uuid(),
      aud: c.hex(26),
      event_id: c.uuid(),
      token_use: 'id',
      auth_time: nowSeconds - 90,
      phone_number: '+49301234567',
      phone_number_verified: true,
      ...living(c, 3_600),
      jti: c.uuid(),
      email: 'ada@shop.example',
      'custom:tenant': c.digits(16),
    },
  }),
  firebase: (c) => ({
    header: { alg: 'RS256', kid: c.hex(40), typ: 'JWT' },
    claims: {
      name: 'Ada',
      picture: 'https://lh3.googleusercontent.com/a/x=s96-c',
      iss: 'https://securetoken.google.com/shop-1234',
      aud: 'shop-1234',
      auth_time: nowSeconds - 90,
      user_id: c.base64url(21),
      sub: c.base64url(21),
      ...living(c, 3_600),
      email: 'ada@shop.example',
      email_verified: true,
      firebase: {
        identities: { 'google.com': [c.digits(21)], email: ['ada@shop.example'] },
        sign_in_provider: 'google.com',
      },
    },
  }),
  firebaseCustom: (c) => ({
    header: { alg: 'RS256', typ: 'JWT' },
    claims: {
      aud: 'https://identitytoolkit.googleapis.com/google.identity.identitytoolkit.v1.IdentityToolkit',
      ...living(c, 3_600),
      iss: 'firebase-adminsdk@shop.iam.gserviceaccount.com',
      sub: 'firebase-adminsdk@shop.iam.gserviceaccount.com',
      uid: 'u1',
      claims: { premium: true },
    },
  }),
  googleId: (c) => ({
    header: { alg: 'RS256', kid: c.hex(40), typ: 'JWT' },
    claims: {
      iss: c.of('https://accounts.google.com', 'accounts.google.com'),
      azp: `${c.digits(12)}-${c.hex(32)}.apps.googleusercontent.com`,
      aud: `${c.digits(12)}-${c.hex(32)}.apps.googleusercontent.com`,
      sub: c.digits(21),
      hd: 'shop.example',
      email: 'ada@shop.example',
      email_verified: true,
      at_hash: c.base64url(16),
      nonce: c.base64url(16),
      name: 'Ada',
      picture: 'https://lh3.googleusercontent.com/a-/x=s96-c',
      given_name: 'Ada',
      ...living(c, 3_600),
    },
  }),
  googleService: (c) => ({
    header: { alg: 'RS256', typ: 'JWT', kid: c.hex(40) },
    claims: {
      iss: 'job@shop.iam.gserviceaccount.com',
      sub: 'job@shop.iam.gserviceaccount.com',
      aud: 'https://pubsub.googleapis.com/google.pubsub.v1.Publisher',
      ...living(c, 3_600),
    },
  }),
  oktaAccess: (c) => ({
    header: { kid: c.base64url(32), alg: 'RS256' },
    claims: {
      ver: 1,
      jti: `AT.${c.base64url(32)}`,
      iss: 'https://dev-123456.okta.com/oauth2/default',
      aud: 'api://default',
      ...living(c, 3_600),
      cid: `0oa${c.hex(17)}`,
      uid: `00u${c.hex(17)}`,
      scp: ['openid', 'profile'],
      auth_time: nowSeconds - 90,
      sub: 'ada@shop.example',
    },
  }),
  oktaId: (c) => ({
    header: { kid: c.base64url(32), alg: 'RS256' },
    claims: {
      sub: `00u${c.hex(17)}`,
      name: 'Ada',
      ver: 1,
      iss: 'https://dev-123456.okta.com/oauth2/default',
      aud: `0oa${c.hex(17)}`,
      ...living(c, 3_600),
      jti: `ID.${c.base64url(32)}`,
      amr: ['pwd'],
      idp: `00o${c.hex(17)}`,
      nonce: c.base64url(16),
      preferred_username: 'ada@shop.example',
      auth_time: nowSeconds - 90,
      at_hash: c.base64url(16),
    },
  }),
  supabaseUser: (c) => ({
    header: c.of<Members>(
      { alg: 'HS256', kid: c.base64(12), typ: 'JWT' },
      { alg: 'ES256', kid: c.uuid(), typ: 'JWT' },
    ),
    claims: {
      iss: `https://${c.hex(20)}.supabase.co/auth/v1`,
      sub: c.uuid(),
      aud: 'authenticated',
      ...living(c, 3_600),
      email: 'ada@shop.example',
      phone: '',
      app_metadata: { provider: 'email', providers: ['email'] },
      user_metadata: { email: 'ada@shop.example', email_verified: true, sub: c.uuid() },
      role: 'authenticated',
      aal: 'aal1',
      amr: [{ method: 'password', timestamp: nowSeconds - 90 }],
      session_id: c.uuid(),
      is_anonymous: false,
    },
  }),
  supabaseAnon: (c) => ({
    header: { alg: 'HS256', typ: 'JWT' },
    claims: {
      iss: 'supabase',
      ref: c.hex(20),
      role: 'anon',
      iat: nowSeconds - 9_000_000,
      exp: nowSeconds - 9_000_000 + 315_360_000,
    },
  }),
  djangoSimple: (c) => {
    const { iat, exp } = living(c, 300);
    return {
      header: { alg: 'HS256', typ: 'JWT' },
      claims: { token_type: 'access', exp, iat, jti: c.hex(32), user_id: c.number(9_999) },
    };
  },
  djangoRefresh: (c) => {
    const { iat, exp } = living(c, 86_400);
    return {
      header: { alg: 'HS256', typ: 'JWT' },
      claims: { token_type: 'refresh', exp, iat, jti: c.hex(32), user_id: c.number(9_999) },
    };
  },
  flaskGuide: (c) => ({
    header: { alg: 'HS256', typ: 'JWT' },
    claims: { user_id: c.number(999), username: c.of(...people), exp: living(c, 86_400).exp },
  }),
  flaskExtended: (c) => {
    const { iat, exp } = living(c, 900);
    return {
      header: { alg: 'HS256', typ: 'JWT' },
      claims: {
        fresh: c.of(true, false),
        iat,
        jti: c.uuid(),
        type: 'access',
        sub: 'ada',
        nbf: iat,
        csrf: c.uuid(),
        exp,
      },
    };
  },
  flaskExtendedRefresh: (c) => {
    const { iat, exp } = living(c, 2_592_000);
    return {
      header: { alg: 'HS256', typ: 'JWT' },
      claims: {
        fresh: false,
        iat,
        jti: c.uuid(),
        type: 'refresh',
        sub: String(c.number(999)),
        nbf: iat,
        exp,
      },
    };
  },
  fastapi: (c) => ({
    header: { alg: 'HS256', typ: 'JWT' },
    claims: { sub: 'johndoe', exp: living(c, 1_800).exp, scopes: ['me', 'items'] },
  }),
  laravel: (c) => {
    const { iat, exp } = living(c, 3_600);
    return {
      header: { typ: 'JWT', alg: 'HS256' },
      claims: {
        iss: 'http://localhost:8000/api/login',
        iat,
        exp,
        nbf: iat,
        jti: c.base64url(12),
        sub: String(c.number(999)),
        prv: c.hex(40),
      },
    };
  },
  express: (c) => ({
    header: { alg: 'HS256', typ: 'JWT' },
    claims: { id: c.hex(24), role: 'user', ...living(c, 604_800) },
  }),
  strapi: (c) => ({
    header: { alg: 'HS256', typ: 'JWT' },
    claims: { id: c.number(999), ...living(c, 2_592_000) },
  }),
  spring: (c) => {
    const { iat, exp } = living(c, 300);
    return {
      header: { kid: c.uuid(), alg: 'RS256' },
      claims: {
        sub: 'ada',
        aud: 'messaging-client',
        nbf: iat,
        scope: ['openid', 'message.read'],
        iss: 'http://127.0.0.1:9000',
        exp,
        iat,
        jti: c.uuid(),
      },
    };
  },
  duende: (c) => {
    const { iat, exp } = living(c, 3_600);
    return {
      header: { alg: 'RS256', kid: c.hex(32).toUpperCase(), typ: 'at+jwt' },
      claims: {
        iss: 'https://id.shop.example',
        nbf: iat,
        iat,
        exp,
        aud: ['api1', 'https://id.shop.example/resources'],
        scope: 'openid api1',
        amr: ['pwd'],
        client_id: 'interactive',
        sub: c.uuid(),
        auth_time: iat - 3,
        idp: 'local',
        sid: c.hex(32).toUpperCase(),
        jti: c.hex(32).toUpperCase(),
      },
    };
  },
  rfc9068: (c) => ({
    header: {
      typ: c.of('at+jwt', 'application/at+jwt', 'AT+JWT'),
      alg: c.of('RS256', 'ES256', 'EdDSA', 'PS256'),
      kid: c.base64url(8),
    },
    claims: {
      iss: 'https://as.example.com',
      sub: c.uuid(),
      aud: 'https://rs.example.com',
      ...living(c, 3_600),
      jti: c.hex(32),
      client_id: c.base64url(8),
      scope: 'openid profile',
    },
  }),
  hydra: (c) => {
    const { iat, exp } = living(c, 3_600);
    return {
      header: { alg: 'RS256', kid: c.uuid(), typ: 'JWT' },
      claims: {
        aud: [],
        client_id: c.uuid(),
        exp,
        ext: {},
        iat,
        iss: 'https://hydra.shop.example',
        jti: c.uuid(),
        nbf: iat,
        scp: ['openid'],
        sub: c.uuid(),
      },
    };
  },
  apple: (c) => ({
    header: { kid: c.hex(10), alg: 'RS256' },
    claims: {
      iss: 'https://appleid.apple.com',
      aud: 'com.shop.app',
      ...living(c, 86_400),
      sub: `${c.digits(6)}.${c.hex(32)}.${c.digits(4)}`,
      nonce: c.hex(32),
      c_hash: c.base64url(16),
      email: `${c.hex(10)}@privaterelay.appleid.com`,
      email_verified: 'true',
      is_private_email: 'true',
      auth_time: nowSeconds - 90,
      nonce_supported: true,
    },
  }),
  clerk: (c) => {
    const { iat, exp } = living(c, 60);
    return {
      header: { alg: 'RS256', cat: 'cl_B7d4PD111AAA', kid: `ins_${c.base64url(20)}`, typ: 'JWT' },
      claims: {
        azp: 'http://localhost:3000',
        exp,
        fva: [3, -1],
        iat,
        iss: 'https://right-cat-12.clerk.accounts.dev',
        nbf: iat - 10,
        sid: `sess_${c.base64url(20)}`,
        sts: 'active',
        sub: `user_${c.base64url(20)}`,
      },
    };
  },
  github: (c) => {
    const { iat, exp } = living(c, 300);
    return {
      header: { typ: 'JWT', alg: 'RS256', x5t: c.base64url(20), kid: c.hex(40).toUpperCase() },
      claims: {
        jti: c.uuid(),
        sub: 'repo:octo-org/octo-repo:ref:refs/heads/main',
        aud: 'https://github.com/octo-org',
        ref: 'refs/heads/main',
        sha: c.hex(40),
        repository: 'octo-org/octo-repo',
        repository_owner: 'octo-org',
        actor_id: c.digits(8),
        run_id: c.digits(11),
        run_number: '10',
        iss: 'https://token.actions.githubusercontent.com',
        nbf: iat,
        exp,
        iat,
      },
    };
  },
  gitlab: (c) => {
    const { iat, exp } = living(c, 3_600);
    return {
      header: { kid: c.base64url(32), typ: 'JWT', alg: 'RS256' },
      claims: {
        namespace_id: c.digits(5),
        namespace_path: 'group',
        project_id: c.digits(5),
        pipeline_id: c.digits(10),
        ref: 'main',
        ref_protected: 'true',
        jti: c.uuid(),
        iss: 'https://gitlab.com',
        iat,
        nbf: iat - 5,
        exp,
        sub: 'project_path:group/app:ref_type:branch:ref:main',
        aud: 'https://vault.example.com',
        user_email: 'ada@shop.example',
      },
    };
  },
  kubernetes: (c) => {
    const { iat, exp } = living(c, 31_536_000);
    return {
      header: { alg: 'RS256', kid: c.base64url(32) },
      claims: {
        aud: ['https://kubernetes.default.svc'],
        exp,
        iat,
        iss: 'https://kubernetes.default.svc',
        'kubernetes.io': {
          namespace: 'default',
          pod: { name: 'app-0', uid: c.uuid() },
          serviceaccount: { name: 'default', uid: c.uuid() },
        },
        nbf: iat,
        sub: 'system:serviceaccount:default:default',
      },
    };
  },
  vercel: (c) => ({
    header: { alg: 'HS256' },
    claims: { sub: c.uuid(), name: 'Ada', email: 'ada@shop.example', ...living(c, 86_400), jti: c.uuid() },
  }),
  pocketbase: (c) => ({
    header: { alg: 'HS256', typ: 'JWT' },
    claims: {
      collectionId: '_pb_users_auth_',
      exp: nowSeconds + 600_000,
      id: c.hex(15),
      refreshable: true,
      type: 'auth',
    },
  }),
  hasura: (c) => ({
    header: { alg: 'HS256', typ: 'JWT' },
    claims: {
      sub: c.digits(10),
      name: 'Ada',
      ...living(c, 3_600),
      'https://hasura.io/jwt/claims': {
        'x-hasura-allowed-roles': ['user'],
        'x-hasura-default-role': 'user',
        'x-hasura-user-id': c.digits(16),
      },
    },
  }),
  discordLike: (c) => ({
    header: { alg: 'ES256', typ: 'JWT' },
    claims: { uid: c.digits(18), guild_id: c.digits(19), account: c.number(9_999), ...living(c, 3_600) },
  }),
  logout: (c) => ({
    header: { typ: 'logout+jwt', alg: 'RS256' },
    claims: {
      iss: 'https://as.example.com',
      sub: c.uuid(),
      aud: 'client',
      ...living(c, 120),
      jti: c.hex(8),
      events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
    },
  }),
};

function withNbf({ iat, exp }: { iat: number; exp: number }) {
  return { iat, nbf: iat, exp };
}

const signatureBytes = (alg: unknown) =>
  /^[RP]S/.test(String(alg)) ? 256 : ({ HS256: 32, HS384: 48, HS512: 64, ES256: 64 }[String(alg)] ?? 64);

/** So many tokens with nothing wrong, as many as possible of each shape. */
export function healthyTokens(count: number): { shape: string; text: string }[] {
  const chance = new Chance();
  const names = Object.keys(shapes);
  return Array.from({ length: count }, (_, at) => {
    const shape = names[at % names.length] ?? '';
    const made = shapes[shape]?.(chance) ?? { header: {}, claims: {} };
    const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const signature = chance.base64url(signatureBytes(made.header.alg));
    return { shape, text: `${encode(made.header)}.${encode(made.claims)}.${signature}` };
  });
}
