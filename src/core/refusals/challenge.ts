/** One challenge of a WWW-Authenticate header (RFC 9110 section 11.6.1). Parameter names in lower case. */
export interface Challenge {
  scheme: string;
  params: Readonly<Record<string, string>>;
}

const parameter = /^\s*,?\s*([A-Za-z0-9!#$%&'*+.^_`|~-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]*))/;
const scheme = /^\s*,*\s*([A-Za-z0-9!#$%&'*+.^_`|~-]+)(?=\s|,|$)/;

/** The challenges of a header's value; several values give several calls. What makes no sense is passed over. */
export function challengesIn(value: string): Challenge[] {
  const found: { scheme: string; params: Record<string, string> }[] = [];
  let rest = value;
  while (rest.trim() !== '') {
    const pair = found.length > 0 ? parameter.exec(rest) : null;
    const name = pair ? null : scheme.exec(rest);
    if (pair) {
      const [, key = '', quoted, plain = ''] = pair;
      const params = found.at(-1)?.params ?? {};
      params[key.toLowerCase()] = quoted?.replace(/\\(.)/g, '$1') ?? plain;
    } else if (name) {
      found.push({ scheme: name[1] ?? '', params: {} });
    }
    rest = rest.slice((pair ?? name)?.[0].length || 1);
  }
  return found;
}
