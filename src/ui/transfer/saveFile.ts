/** How long a browser may take to fetch a file that it was told to save. */
const FETCH_MS = 60_000;

/** Lets the browser save a text as a file, in its folder for downloads. */
export function saveFile(name: string, text: string, mediaType: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: mediaType }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), FETCH_MS);
}
