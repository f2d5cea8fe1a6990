import { createImporter, type Imported } from './transfer/importing';
import { toWire, type Wire } from './transfer/wire';

/** What a worker tells of a file that it reads: how far it is, and at last what the file held. */
export interface ImportProgress {
  /** Bytes read. */
  read: number;
  /** Requests met. */
  entries: number;
}
export type ImportMessage =
  | { progress: ImportProgress }
  | { imported: Omit<Imported, 'exchanges'> & { wire: Wire } }
  | { unreadable: true };

/** Bytes that are read from the file at once. */
const CHUNK = 4_000_000;

/** Reads a file piece by piece, so that its size does not matter, and tells how far it is and what it found. */
export async function importFile(file: Blob, tell: (message: ImportMessage) => void): Promise<void> {
  try {
    const importer = createImporter();
    for (let at = 0; at < file.size; at += CHUNK) {
      importer.push(new Uint8Array(await file.slice(at, at + CHUNK).arrayBuffer()));
      tell({ progress: { read: Math.min(at + CHUNK, file.size), entries: importer.entries() } });
    }
    const { exchanges, ...imported } = importer.end();
    tell({ imported: { ...imported, wire: toWire(exchanges) } });
  } catch {
    // The file was moved, deleted or is no file, or there is not memory enough for it.
    tell({ unreadable: true });
  }
}
