/** An origin as people say it: the scheme only where it is not https. */
export function shortOrigin(origin: string): string {
  return origin.replace(/^https:\/\//, '');
}

/** The origin of an address, as people say it. */
export function originOfAddress(url: string): string {
  return shortOrigin(URL.canParse(url) ? new URL(url).origin : url);
}
