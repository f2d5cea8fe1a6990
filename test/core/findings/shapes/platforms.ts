import { living, type Shapes, withNbf } from './chance';

const hs = { alg: 'HS256', typ: 'JWT' };

/** What business software, hosting and media services sign. */
export const platforms: Shapes = {
  salesforceId: (c) => ({
    header: { alg: 'RS256', typ: 'JWT', kid: c.digits(3) },
    claims: {
      at_hash: c.base64url(16),
      sub: `https://login.salesforce.com/id/00D${c.hex(15)}/005${c.hex(15)}`,
      aud: `3MVG9${c.base64url(60)}`,
      iss: 'https://login.salesforce.com',
      ...living(c, 120),
      nonce: c.base64url(12),
      custom_attributes: { Department: 'Sales' },
    },
  }),
  salesforceAccess: (c) => ({
    header: {
      tnk: `core/prod/00D${c.hex(15)}`,
      ver: '1.0',
      kid: c.base64url(20),
      tty: 'sfdc-core-token',
      typ: 'JWT',
      alg: 'RS256',
    },
    claims: {
      scp: 'refresh_token api id',
      aud: ['https://shop.my.salesforce.com'],
      sub: `uid:005${c.hex(15)}`,
      nbf: living(c, 900).iat,
      mty: 'oauth',
      sfi: c.hex(64),
      roles: [],
      iss: 'https://shop.my.salesforce.com',
      hsc: false,
      ...living(c, 1_800),
      client_id: `3MVG9${c.base64url(60)}`,
    },
  }),
  zoomMeeting: (c) => {
    const { iat, exp } = living(c, 7_200);
    const key = c.base64url(16);
    return {
      header: hs,
      claims: { appKey: key, sdkKey: key, mn: c.digits(11), role: 0, iat, exp, tokenExp: exp },
    };
  },
  zoomServer: (c) => ({
    header: { sv: '000001', alg: 'HS512', v: '2.0', kid: c.uuid() },
    claims: {
      aud: 'https://oauth.zoom.us',
      uid: c.base64url(16),
      ver: 10,
      auid: c.hex(32),
      nbf: living(c, 1_800).iat,
      code: c.base64url(24),
      iss: `zm:cid:${c.base64url(16)}`,
      gno: 0,
      type: 3,
      ...living(c, 3_600),
      aid: c.base64url(16),
    },
  }),
  twitchExtension: (c) => ({
    header: hs,
    claims: {
      exp: living(c, 3_600).exp,
      opaque_user_id: `U${c.digits(8)}`,
      user_id: c.digits(8),
      channel_id: c.digits(8),
      role: 'viewer',
      is_unlinked: false,
      pubsub_perms: { listen: ['broadcast', 'whisper-UG12X345T6J78'], send: ['whisper-UG12X345T6J78'] },
    },
  }),
  twilio: (c) => ({
    header: { cty: 'twilio-fpa;v=1', typ: 'JWT', alg: 'HS256', twr: 'us1' },
    claims: {
      jti: `SK${c.hex(32)}-${c.digits(10)}`,
      grants: { identity: 'ada', video: { room: 'support' } },
      ...living(c, 3_600),
      iss: `SK${c.hex(32)}`,
      sub: `AC${c.hex(32)}`,
    },
  }),
  livekit: (c) => ({
    header: { alg: 'HS256' },
    claims: {
      ...withNbf(living(c, 21_600)),
      iss: `API${c.base64url(10)}`,
      name: 'Ada',
      sub: 'ada',
      video: { room: 'support', roomJoin: true },
      metadata: '{"seat":4}',
    },
  }),
  vonage: (c) => ({
    header: { alg: 'RS256', typ: 'JWT' },
    claims: {
      application_id: c.uuid(),
      ...living(c, 900),
      jti: c.uuid(),
      acl: { paths: { '/*/users/**': {}, '/*/conversations/**': {} } },
    },
  }),
  jitsi: (c) => ({
    header: { kid: `vpaas-magic-cookie-${c.hex(32)}/4f4910`, typ: 'JWT', alg: 'RS256' },
    claims: {
      aud: 'jitsi',
      iss: 'chat',
      sub: `vpaas-magic-cookie-${c.hex(32)}`,
      room: '*',
      ...withNbf(living(c, 7_200)),
      context: {
        user: { id: c.uuid(), name: 'Ada', email: 'ada@shop.example', moderator: 'true' },
        features: { recording: 'false' },
      },
    },
  }),
  ably: (c) => ({
    header: { typ: 'JWT', alg: 'HS256', kid: `${c.base64url(5)}.${c.base64url(5)}` },
    claims: {
      ...living(c, 3_600),
      'x-ably-capability': '{"*":["publish","subscribe"]}',
      'x-ably-clientId': 'ada',
    },
  }),
  mux: (c) => ({
    header: { alg: 'RS256', typ: 'JWT', kid: c.base64url(32) },
    claims: { sub: c.base64url(32), aud: 'v', exp: living(c, 21_600).exp, kid: c.base64url(32) },
  }),
  metabase: (c) => ({
    header: hs,
    claims: { resource: { dashboard: 7 }, params: { country: 'DE' }, exp: living(c, 600).exp },
  }),
  ghost: (c) => ({ header: { ...hs, kid: c.hex(24) }, claims: { ...living(c, 300), aud: '/admin/' } }),
  shopify: (c) => ({
    header: hs,
    claims: {
      iss: 'https://shop.myshopify.com/admin',
      dest: 'https://shop.myshopify.com',
      aud: c.hex(32),
      sub: c.digits(11),
      ...withNbf(living(c, 60)),
      jti: c.uuid(),
      sid: c.uuid(),
      sig: c.hex(64),
    },
  }),
  atlassianConnect: (c) => ({
    header: hs,
    claims: {
      sub: c.hex(24),
      qsh: c.hex(64),
      iss: c.uuid(),
      context: { jira: { project: { key: 'WEB', id: '10001' } } },
      ...living(c, 900),
    },
  }),
  atlassianAccess: (c) => ({
    header: { kid: 'auth.atlassian.com-ACCESS-1', alg: 'RS256', typ: 'JWT' },
    claims: {
      jti: c.uuid(),
      sub: c.hex(24),
      ...withNbf(living(c, 3_600)),
      iss: 'https://auth.atlassian.com',
      aud: c.base64url(24),
      'https://id.atlassian.com/atlassian_token_type': 'ACCESS_TOKEN',
      'https://atlassian.com/systemAccountEmail': `${c.uuid()}@connect.atlassian.com`,
      'https://atlassian.com/firstParty': false,
      'https://atlassian.com/oauthClientId': c.base64url(24),
      client_id: c.base64url(24),
      scope: 'read:jira-work offline_access',
      verified: 'true',
    },
  }),
  xero: (c) => ({
    header: { alg: 'RS256', kid: c.hex(40).toUpperCase(), typ: 'JWT', x5t: c.base64url(20) },
    claims: {
      ...withNbf(living(c, 1_800)),
      iss: 'https://identity.xero.com',
      aud: 'https://identity.xero.com/resources',
      client_id: c.hex(32).toUpperCase(),
      sub: c.hex(32),
      auth_time: living(c, 600).iat,
      xero_userid: c.uuid(),
      global_session_id: c.hex(32),
      jti: c.hex(32).toUpperCase(),
      authentication_event_id: c.uuid(),
      scope: ['email', 'profile', 'openid', 'accounting.transactions', 'offline_access'],
      amr: ['pwd'],
    },
  }),
  intuit: (c) => ({
    header: { kid: 'r4p5SbL2qaFehFzhj8gI', alg: 'RS256' },
    claims: {
      sub: c.uuid(),
      aud: [c.base64url(38)],
      realmid: c.digits(19),
      auth_time: living(c, 600).iat,
      iss: 'https://oauth.platform.intuit.com/op/v1',
      ...living(c, 3_600),
    },
  }),
  cloudflareAccess: (c) => ({
    header: { alg: 'RS256', kid: c.hex(64), typ: 'JWT' },
    claims: {
      aud: [c.hex(64)],
      email: 'ada@shop.example',
      ...withNbf(living(c, 86_400)),
      iss: 'https://shop.cloudflareaccess.com',
      type: 'app',
      identity_nonce: c.base64url(12),
      sub: c.uuid(),
      country: 'DE',
    },
  }),
  cloudflareService: (c) => ({
    header: { alg: 'RS256', kid: c.hex(64), typ: 'JWT' },
    claims: {
      type: 'app',
      aud: c.hex(64),
      ...living(c, 86_400),
      common_name: `${c.hex(32)}.access`,
      iss: 'https://shop.cloudflareaccess.com',
      sub: '',
    },
  }),
  grafana: (c) => ({
    header: { alg: 'ES256', kid: 'default', typ: 'JWT' },
    claims: {
      aud: 'org:1',
      ...living(c, 600),
      iss: 'https://grafana.shop.example/',
      sub: 'user:1',
      type: 'user',
      namespace: 'default',
      identifier: c.base64url(10),
      username: 'ada',
    },
  }),
  supabaseEcdsa: (c) => ({
    header: { alg: 'ES256', kid: c.uuid(), typ: 'JWT' },
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
      amr: [{ method: 'password', timestamp: living(c, 600).iat }],
      session_id: c.uuid(),
      is_anonymous: false,
    },
  }),
  supabaseSelfHosted: (c) => {
    const { iat } = living(c, 86_400);
    return { header: hs, claims: { role: 'anon', iss: 'supabase', iat, exp: iat + 5 * 365 * 86_400 } };
  },
  clerkTemplate: (c) => ({
    header: { alg: 'RS256', cat: 'cl_B7d4PD222AAA', kid: `ins_${c.hex(27)}`, typ: 'JWT' },
    claims: {
      aud: 'convex',
      azp: 'https://shop.example',
      email: 'ada@shop.example',
      ...withNbf(living(c, 60)),
      iss: 'https://clerk.shop.example',
      jti: c.hex(20),
      sub: `user_${c.hex(27)}`,
      o: { id: `org_${c.hex(27)}`, rol: 'admin', slg: 'shop' },
      v: 2,
      fva: [4, -1],
      sts: 'active',
    },
  }),
  reddit: (c) => {
    const { iat, exp } = living(c, 86_400);
    return {
      header: { alg: 'RS256', kid: `SHA256:${c.base64url(32)}`, typ: 'JWT' },
      claims: {
        sub: 'user',
        exp: exp + 0.503_214,
        iat: iat + 0.503_214,
        jti: c.base64url(22),
        cid: c.base64url(16),
        lid: `t2_${c.hex(6)}`,
        aid: `t2_${c.hex(6)}`,
        lca: 1_600_000_000_000,
        scp: c.base64url(20),
        flo: 9,
      },
    };
  },
  bluesky: (c) => ({
    header: { typ: 'at+jwt', alg: 'ES256K' },
    claims: {
      aud: 'did:web:bsky.social',
      ...living(c, 7_200),
      sub: `did:plc:${c.hex(24)}`,
      jti: `tok-${c.hex(32)}`,
      client_id: 'https://shop.example/client-metadata.json',
      scope: 'atproto transition:generic',
      iss: 'https://bsky.social',
    },
  }),
  appStoreConnect: (c) => ({
    header: { alg: 'ES256', kid: c.hex(10).toUpperCase(), typ: 'JWT' },
    claims: {
      iss: c.uuid(),
      ...living(c, 1_200),
      aud: 'appstoreconnect-v1',
      bid: 'com.shop.app',
      nonce: c.uuid(),
    },
  }),
  appleClientSecret: (c) => {
    const { iat } = living(c, 86_400);
    return {
      header: { alg: 'ES256', kid: c.hex(10).toUpperCase() },
      claims: {
        iss: c.hex(10).toUpperCase(),
        iat,
        exp: iat + 15_777_000,
        aud: 'https://appleid.apple.com',
        sub: 'com.shop.web',
      },
    };
  },
  appleApns: (c) => ({
    header: { alg: 'ES256', kid: c.hex(10).toUpperCase() },
    claims: { iss: c.hex(10).toUpperCase(), iat: living(c, 3_000).iat },
  }),
  appStoreNotice: (c) => ({
    header: { alg: 'ES256', x5c: [c.base64(400), c.base64(400), c.base64(400)] },
    claims: {
      notificationType: 'DID_RENEW',
      notificationUUID: c.uuid(),
      data: {
        bundleId: 'com.shop.app',
        environment: 'Production',
        signedTransactionInfo: `eyJhbGciOiJFUzI1NiJ9.${Buffer.from('{"productId":"a"}').toString('base64url')}.${c.base64url(64)}`,
      },
      version: '2.0',
      signedDate: living(c, 60).iat * 1_000,
    },
  }),
  adobe: (c) => ({
    header: { alg: 'RS256', x5u: 'ims_na1-key-at-1.cer', kid: 'ims_na1-key-at-1', itt: 'at' },
    claims: {
      id: `${c.digits(13)}_${c.uuid()}_ue1`,
      type: 'access_token',
      client_id: 'shop-web',
      user_id: `${c.hex(24).toUpperCase()}@AdobeID`,
      state: '',
      as: 'ims-na1',
      aa_id: `${c.hex(24).toUpperCase()}@AdobeID`,
      fg: c.hex(20).toUpperCase(),
      moi: c.hex(8),
      expires_in: '86400000',
      created_at: String(living(c, 86_400).iat * 1_000),
      scope: 'openid,AdobeID,read_organizations',
    },
  }),
  plaidWebhook: (c) => ({
    header: { alg: 'ES256', kid: c.uuid(), typ: 'JWT' },
    claims: { iat: living(c, 60).iat, request_body_sha256: c.hex(64) },
  }),
  awsLoadBalancer: (c) => ({
    header: {
      alg: 'ES256',
      kid: c.uuid(),
      signer: `arn:aws:elasticloadbalancing:eu-west-1:${c.digits(12)}:loadbalancer/app/shop/${c.hex(16)}`,
      iss: 'https://shop.auth.example',
      client: c.base64url(20),
      exp: living(c, 120).exp,
    },
    claims: {
      sub: c.uuid(),
      email: 'ada@shop.example',
      username: 'ada',
      exp: living(c, 120).exp,
      iss: 'https://shop.auth.example',
    },
    padded: true,
  }),
  nextcloud: (c) => ({
    header: { typ: 'JWT', alg: 'HS256' },
    claims: {
      document: { fileType: 'docx', key: c.digits(10), title: 'a.docx', url: 'https://cloud.shop.example/x' },
      editorConfig: { lang: 'de' },
      exp: living(c, 300).exp,
    },
  }),
  rocketGraphql: (c) => ({
    header: { alg: 'HS512', typ: 'JWT' },
    claims: {
      data: { type: 'user', id: c.number(900) },
      ...living(c, 900),
      id: c.number(900),
      auth: 'ROLE_USER,ROLE_ADMIN',
    },
  }),
  jhipster: (c) => ({
    header: { alg: 'HS512' },
    claims: { sub: 'ada', ...living(c, 86_400), auth: 'ROLE_ADMIN ROLE_USER' },
  }),
  nestjs: (c) => ({ header: hs, claims: { sub: c.number(900), username: 'ada', ...living(c, 60) } }),
  symfonyLexik: (c) => ({
    header: { typ: 'JWT', alg: 'RS256' },
    claims: { ...living(c, 3_600), roles: ['ROLE_USER'], username: 'ada@shop.example' },
  }),
  wordpress: (c) => ({
    header: { typ: 'JWT', alg: 'HS256' },
    claims: {
      iss: 'https://blog.shop.example',
      ...withNbf(living(c, 604_800)),
      data: { user: { id: String(c.number(900)) } },
    },
  }),
  parseDirectus: (c) => ({
    header: hs,
    claims: {
      id: c.uuid(),
      role: c.uuid(),
      app_access: true,
      admin_access: false,
      ...living(c, 900),
      iss: 'directus',
    },
  }),
  payload: (c) => ({
    header: { alg: 'HS256' },
    claims: {
      id: c.hex(24),
      collection: 'users',
      email: 'ada@shop.example',
      sid: c.uuid(),
      ...living(c, 7_200),
    },
  }),
};
