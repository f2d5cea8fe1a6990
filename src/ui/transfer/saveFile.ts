/** How long a browser may take to fetch a file that it was told to save. */
const FETCH_MS = 60_000;

/** Lets the browser save a text, or what else a file may hold, as a file, in its folder for downloads. */
export function saveFile(name: string, text: BlobPart, mediaType: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: mediaType }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), FETCH_MS);
}

/** A name with the minute in it, in UTC, as file names can hold it: claimscope-2026-11-22-0549. */
export function fileNameAt(name: string, nowMs: number): string {
  const minute = new Date(nowMs).toISOString().slice(0, 16);
  return `${name}-${minute.replace('T', '-').replace(':', '')}`;
}
