/** Sends by fetch and waits for the whole of the answer, if it comes; for pages and workers alike. */
const send =
  'function send(url, init) { return fetch(url, init).then((r) => r.text()).then(() => true, String); }';
/** Answers on the port that came with the question, once the request that it asks for is done. */
const onAsked = `onmessage = async ({ data: { url, init }, ports: [port] }) => port.postMessage(await send(url, init));`;

const page = `<!doctype html><title>truth</title><script>
  ${send}
  const call = (url, authorization, init = {}) =>
    fetch(url, { ...init, headers: { authorization } }).then((r) => r.status, String);
  const ask = (target, message) => new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => done(data);
    target.postMessage(message, [port2]);
  });
  /** Puts an element that loads something into the page. */
  const load = (name, attributes) => new Promise((done) => {
    const element = Object.assign(document.createElement(name), attributes);
    element.onload = element.onerror = () => done(element);
    (document.body ?? document.documentElement).append(element);
  });
  const ready = new Promise((done) => addEventListener('load', done));
  const frame = ready.then(() => load('iframe', { src: '/frame' })).then(({ contentWindow }) => contentWindow);
  let worker;
  const serviceWorker = async () => {
    await navigator.serviceWorker.register('/sw.js');
    return (await navigator.serviceWorker.ready).active;
  };
  const formOf = (url, { method, type = '', fields = {} }) => {
    const form = Object.assign(document.createElement('form'), { action: url, method, enctype: type });
    for (const [name, value] of Object.entries(fields))
      form.append(Object.assign(document.createElement('input'), { name, value }));
    document.body.append(form);
    return form;
  };
  let frames = 0;

  /** Who can send a request; each resolves once it is done. */
  const initiators = {
    page: send,
    xhr: (url, { method = 'GET', headers = {}, body } = {}) => new Promise((done) => {
      const request = new XMLHttpRequest();
      request.open(method, url);
      for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
      request.onloadend = done;
      request.send(body);
    }),
    frame: async (url, init) => (await frame).send(url, init),
    worker: (url, init) => ask(worker ??= new Worker('/worker.js'), { url, init }),
    serviceWorker: async (url, init) => ask(await serviceWorker(), { url, init }),
    image: (url) => load('img', { src: url }),
    script: (url) => load('script', { src: url }),
    subframe: (url) => load('iframe', { src: url }),
    beacon: async (url, { body }) => navigator.sendBeacon(url, body),
    blob: (url, { method, headers, body }) => send(url, { method, headers, body: new Blob([body]) }),
    form: async (url, init) => {
      const name = 'f' + ++frames;
      const target = await load('iframe', { name, src: '/frame' });
      const loaded = new Promise((done) => { target.onload = done; });
      Object.assign(formOf(url, init), { target: name }).submit();
      return loaded;
    },
    /** Leaves the page. */
    navigation: async (url, init) => formOf(url, init).submit(),
    events: (url) => new Promise((done) => {
      const source = new EventSource(url);
      source.onmessage = source.onerror = () => done(source.close());
    }),
    socket: (url, { protocols, message }) => new Promise((done) => {
      const socket = new WebSocket(url.replace('http', 'ws'), protocols);
      socket.onopen = () => socket.send(message);
      socket.onmessage = () => socket.close();
      socket.onclose = done;
    }),
  };
  const inServiceWorker = (url, authorization) => initiators.serviceWorker(url, { headers: { authorization } });
  const perform = async ([who, steps]) => {
    for (const { url, init } of steps) await initiators[who](new URL(url, location).href, init);
  };
  /** Has everybody do their part at once, each one's steps in turn. */
  const performAll = (parts) => Promise.all(parts.map(perform)).then(() => true);
</script>`;

/** The truth server's own pages and scripts, by address. */
export const pages: Record<string, { type: string; text: string }> = {
  '/': { type: 'text/html', text: page },
  '/frame': {
    type: 'text/html',
    text: `<!doctype html><script>
      ${send}
      function call(url, authorization) { return fetch(url, { headers: { authorization } }).then((r) => r.status, String); }
    </script>`,
  },
  '/worker.js': { type: 'text/javascript', text: `${send}\n${onAsked}` },
  '/sw.js': {
    type: 'text/javascript',
    text: `${send}\nonactivate = (event) => event.waitUntil(clients.claim());\n${onAsked}`,
  },
};
