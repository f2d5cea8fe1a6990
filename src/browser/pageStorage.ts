import browser from 'webextension-polyfill';

/**
 * What reads the inspected page's storage: one constant, so that nothing a page wrote ever becomes code. Its bounds are
 * core's storageBounds. Scripts of the page may have changed what it calls, so its answer is text of a stranger.
 */
const expression = `(() => {
  let cutOff = false;
  const cut = (text, most) => {
    cutOff ||= text.length > most;
    return text.slice(0, most);
  };
  const read = (kind) => {
    const entries = [];
    try {
      const storage = window[kind];
      cutOff ||= storage.length > 1000;
      for (let i = 0; i < Math.min(storage.length, 1000); i++) {
        const key = String(storage.key(i));
        entries.push([cut(key, 1000), cut(String(storage.getItem(key)), 200000)]);
      }
    } catch {}
    return entries;
  };
  const local = read('localStorage');
  const session = read('sessionStorage');
  let cookie = '';
  try { cookie = cut(document.cookie, 200000); } catch {}
  return { href: location.href, local, session, cookie, cutOff };
})()`;

/** What the inspected page answers; undefined where it cannot be asked. */
export async function askForStorage(): Promise<unknown> {
  const answer: unknown = await browser.devtools.inspectedWindow.eval(expression).catch(() => undefined);
  // Chromium resolves to the bare value, Firefox to [value, error].
  return Array.isArray(answer) ? answer[0] : answer;
}
