/** Names under which everybody can have a site of their own; written from their operators' documentation. */
const shared: ReadonlySet<string> = new Set(
  `github.io gitlab.io vercel.app netlify.app pages.dev workers.dev web.app firebaseapp.com herokuapp.com onrender.com
  fly.dev railway.app azurewebsites.net cloudfront.net amazonaws.com supabase.co auth0.com okta.com
  amazoncognito.com run.app appspot.com ngrok.io ngrok-free.app`.split(/\s+/),
);

/** Houses with several names: a token of one of them sent to another stays in the house. */
const houses: readonly (readonly string[])[] = [
  ['google.com', 'googleapis.com', 'firebaseio.com', 'firebase.com', 'cloudfunctions.net', 'gstatic.com'],
  [
    'microsoftonline.com',
    'microsoft.com',
    'windows.net',
    'azure.com',
    'office.com',
    'office365.com',
    'live.com',
    'sharepoint.com',
    'b2clogin.com',
    'ciamlogin.com',
    'dynamics.com',
    'visualstudio.com',
  ],
  ['amazonaws.com', 'amazoncognito.com', 'amazon.com'],
];

/** The host of an address, without port, in lower case; undefined where it has none. */
export function hostOf(address: string): string | undefined {
  const match = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#@]*@)?(\[[^\]]*\]|[^/?#:]+)/i.exec(address);
  return match?.[1]?.toLowerCase().replace(/\.$/, '');
}

/** RFC 6761 section 6.3, and the loopback addresses. */
export function isLoopback(host: string): boolean {
  return /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/.test(host);
}

/**
 * The name that one owner has: the last two labels, three under a name that is shared or like co.uk. It is a guess
 * without the public suffix list, made so that it errs towards "same".
 */
export function siteOf(host: string): string {
  if (/^[\d.]+$|^\[/.test(host)) return host;
  const labels = host.split('.');
  const two = labels.slice(-2).join('.');
  const isLikeCoUk = /^(co|com|org|net|ac|gov|edu|ne|or)\.[a-z]{2}$/.test(two);
  return shared.has(two) || isLikeCoUk ? labels.slice(-3).join('.') : two;
}

/** True when two hosts belong to one owner. */
export function sameOwner(one: string, other: string): boolean {
  const [first, second] = [siteOf(one), siteOf(other)];
  if (first === second) return true;
  const isOf = (house: readonly string[], host: string) =>
    house.some((name) => host === name || host.endsWith(`.${name}`));
  return houses.some((house) => isOf(house, one) && isOf(house, other));
}
