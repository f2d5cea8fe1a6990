/**
 * Reads the storage and cookies of the page it is evaluated in. Its bounds are core's storageBounds. Scripts of the
 * page may have changed what it calls, so its answer is text of a stranger.
 */
export const storageExpression = `(() => {
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
})()` as const;
