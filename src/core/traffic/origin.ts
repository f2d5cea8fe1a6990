/** Scheme, host and port of an address as browsers give it (already normalised); undefined where there is no host. */
export function originOf(url: string): string | undefined {
  const match = /^([a-z][a-z0-9+.-]*:\/\/)(?:[^/?#@]*@)?([^/?#]+)/i.exec(url);
  return match ? `${match[1]}${match[2]}` : undefined;
}
