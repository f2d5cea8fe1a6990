import { addressOf, socketThatSays } from './truthServer';

/** Who sends a request; the page's code for each is in truthPage.ts. `navigation` leaves the page, so it comes last. */
export type Initiator =
  | 'page'
  | 'xhr'
  | 'frame'
  | 'worker'
  | 'serviceWorker'
  | 'image'
  | 'script'
  | 'subframe'
  | 'beacon'
  /** A script that sends a Blob. */
  | 'blob'
  | 'form'
  | 'navigation'
  | 'events'
  | 'socket';

/** What an initiator is told to do. */
export interface Step {
  url: string;
  init?: Record<string, unknown>;
}

/** A way for tokens to travel. */
interface Way {
  by: readonly Initiator[];
  /** Each carrier that the log must tell of, by place and name, in no order. */
  carriers: readonly string[];
  /** Makes tokens as it needs them. */
  steps(token: () => string, opaque: () => string): Step[];
}

const scripts: readonly Initiator[] = ['page', 'xhr', 'frame', 'worker', 'serviceWorker'];
const elements: readonly Initiator[] = ['image', 'script', 'subframe'];
const everybody = [...scripts, ...elements];

const json = JSON.stringify;
const get = (url: string, headers: Record<string, string> = {}): Step => ({ url, init: { headers } });
const post = (type: string, body: string, url = '/api/body'): Step => ({
  url,
  init: { method: 'POST', headers: { 'content-type': type }, body },
});
const form = 'application/x-www-form-urlencoded';
const multipart = 'multipart/form-data';
const partOf = (name: string, content: string) =>
  `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${content}\r\n--x--\r\n`;
const giveBody = (type: string, body: string) => addressOf({ headers: { 'content-type': type }, body });
const giveHeader = (name: string, value: string, status = 200) =>
  addressOf({ status, headers: { [name]: value } });
const submitted = (
  type: string,
  fields: Record<string, string>,
  url = '/api/form',
  method = 'POST',
): Step => ({
  url,
  init: { method, type, fields },
});
const page = (token: string) =>
  giveBody('text/html', `<form><input name="id_token" value="${token}"></form>`);

let jars = 0;
/** An address that only the cookie of its own request is sent to. */
const jar = () => `/api/jar/${++jars}`;

/** Everything by which tokens travel, and everybody who sends them so. */
export const ways: Readonly<Record<string, Way>> = {
  'Authorization: Bearer': {
    by: scripts,
    carriers: ['request-header authorization'],
    steps: (token) => [get('/api', { authorization: `Bearer ${token()}` })],
  },
  'an opaque Bearer token': {
    by: ['page'],
    carriers: ['request-header authorization'],
    steps: (_token, opaque) => [get('/api', { authorization: `Bearer ${opaque()}` })],
  },
  'a DPoP proof beside its access token': {
    by: scripts,
    carriers: ['request-header authorization', 'request-header dpop'],
    steps: (token) => [get('/api', { authorization: `DPoP ${token()}`, dpop: token() })],
  },
  'any other request header': {
    by: scripts,
    carriers: ['request-header x-access-token'],
    steps: (token) => [get('/api', { 'x-access-token': token() })],
  },
  'a cookie that was set and is sent back': {
    by: everybody,
    carriers: ['set-cookie sid', 'request-cookie sid'],
    steps(token) {
      const url = jar();
      return [get(giveHeader('set-cookie', `sid=${token()}; Path=${url}; HttpOnly`)), get(url)];
    },
  },
  'the path of an address': {
    by: everybody,
    carriers: ['url-path '],
    steps: (token) => [get(`/api/path/${token()}/end`)],
  },
  'the query of an address': {
    by: everybody,
    carriers: ['url-query access_token'],
    steps: (token) => [get(`/api?a=1&access_token=${token()}`)],
  },
  'a redirect to an address': {
    by: everybody,
    carriers: ['response-header location', 'url-query id_token'],
    steps: (token) => [get(giveHeader('location', `/api/landed?id_token=${token()}`, 302))],
  },
  'both hops of a redirect': {
    by: scripts,
    carriers: ['request-header authorization', 'request-header authorization'],
    steps: (token) => [get('/redirect', { authorization: token() })],
  },
  'the address of something made, in its fragment': {
    by: everybody,
    carriers: ['response-header location'],
    steps: (token) => [get(giveHeader('location', `/next#id_token=${token()}&state=1`, 201))],
  },
  Refresh: {
    by: everybody,
    carriers: ['response-header refresh'],
    steps: (token) => [get(giveHeader('refresh', `600; url=/next?token=${token()}`))],
  },
  'any other response header': {
    by: everybody,
    carriers: ['response-header x-new-token'],
    steps: (token) => [get(giveHeader('x-new-token', token()))],
  },
  'a form': {
    by: scripts,
    carriers: ['request-body client_assertion', 'request-body refresh_token'],
    steps: (token, opaque) => [
      post(form, `grant_type=refresh_token&client_assertion=${token()}&refresh_token=${opaque()}`),
    ],
  },
  JSON: {
    by: [...scripts, 'beacon', 'blob'],
    carriers: ['request-body $.data.tokens.access_token'],
    steps: (token) => [post('application/json', json({ data: { tokens: { access_token: token() } } }))],
  },
  GraphQL: {
    by: scripts,
    carriers: ['request-body $.variables.token'],
    steps: (token) => [
      post('application/json', json({ query: 'mutation { a }', variables: { token: token() } })),
    ],
  },
  'a multipart body': {
    by: scripts,
    carriers: ['request-body jwt'],
    steps: (token) => [post(`${multipart}; boundary=x`, partOf('jwt', token()))],
  },
  'GraphQL with an upload': {
    by: scripts,
    carriers: ['request-body operations.variables.token'],
    steps: (token) => [
      post(`${multipart}; boundary=x`, partOf('operations', json({ variables: { token: token() } }))),
    ],
  },
  'a text': {
    by: [...scripts, 'beacon', 'blob'],
    carriers: ['request-body '],
    steps: (token) => [post('text/plain', `token is ${token()} here`)],
  },
  'a form that is submitted, and the page that answers': {
    by: ['form', 'navigation'],
    carriers: ['request-body id_token', 'response-body '],
    steps: (token) => [submitted(form, { id_token: token(), state: '1' }, page(token()))],
  },
  'a form with parts that is submitted': {
    by: ['form'],
    carriers: ['request-body id_token'],
    steps: (token) => [submitted(multipart, { state: '1', id_token: token() })],
  },
  'a form that asks': {
    by: ['form'],
    carriers: ['url-query id_token'],
    steps: (token) => [submitted(form, { id_token: token() }, '/api/form', 'GET')],
  },
  'a token response': {
    by: scripts,
    carriers: ['response-body $.access_token', 'response-body $.refresh_token'],
    steps(token, opaque) {
      const body = { access_token: token(), token_type: 'Bearer', refresh_token: opaque() };
      return [get(giveBody('application/json', json(body)))];
    },
  },
  'a JSON answer': {
    by: scripts,
    carriers: ['response-body $.data.tokens.access_token'],
    steps: (token) => [
      get(giveBody('application/json', json({ data: { tokens: { access_token: token() } } }))),
    ],
  },
  'an HTML answer': {
    by: [...scripts, 'subframe'],
    carriers: ['response-body '],
    steps: (token) => [get(page(token()))],
  },
  'a script': {
    by: [...scripts, 'script'],
    carriers: ['response-body '],
    steps: (token) => [get(giveBody('text/javascript', `window.token = "${token()}";`))],
  },
  'a plain text': {
    by: [...scripts, 'subframe'],
    carriers: ['response-body '],
    steps: (token) => [get(giveBody('text/plain', `your token: ${token()}`))],
  },
  'an event stream': {
    by: ['events'],
    carriers: ['url-query token', 'response-body '],
    steps: (token) => [
      get(
        `${addressOf({
          headers: { 'content-type': 'text/event-stream' },
          body: `data: ${json({ token: token() })}\n\n`,
          open: true,
        })}&token=${token()}`,
      ),
    ],
  },
  'a WebSocket': {
    by: ['socket'],
    carriers: [
      'url-query token',
      'request-header sec-websocket-protocol',
      'response-header sec-websocket-protocol',
      'websocket-sent $.authorization',
      'websocket-received $.token',
    ],
    steps(token) {
      const protocol = token();
      const message = json({ authorization: `Bearer ${token()}` });
      const url = `${socketThatSays(json({ token: token() }))}&token=${token()}`;
      return [{ url, init: { protocols: [protocol], message } }];
    },
  },
};
