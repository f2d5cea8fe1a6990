/** How the title of every test begins whose pictures are compared with one browser's alone. */
const beginning = 'pictures, compared only with';

/** The title of a suite that compares pictures which this browser took, and is left out with any other. */
export const picturesNotCompared = (browser: string) => `${beginning} ${browser} and its fonts:`;

/** Why a test was left out, where its title says that it may be: "pictures, compared only with Chromium 156 ...". */
export function whyNotCompared(fullName: string): string | undefined {
  return new RegExp(`${beginning}.*?:`).exec(fullName)?.[0].slice(0, -1);
}
