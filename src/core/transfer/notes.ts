import type { ImportNote } from './faults';
import { seen } from './likely';

/** Notices what a file does not hold, from the texts of its entries. */
export interface Notes {
  /** Takes what was seen of an entry in passing. */
  see(signs: number): void;
  /** Looks at the text of an entry that is read. */
  look(entry: string): void;
  /** An entry says nothing of when it was. */
  timeless(): void;
  all(file: { creator: string; entries: number; redacted: boolean }): ImportNote[];
}

/** Chrome's DevTools and those that are made from them; Safari's call themselves otherwise. */
const ofChrome = /^WebInspector/;

export function createNotes(): Notes {
  let all = 0;
  let redacted = 0;
  let timeless = 0;
  return {
    see(signs) {
      all |= signs;
    },
    look(entry) {
      if (entry.includes('redacted') || entry.includes('REDACTED')) redacted++;
    },
    timeless() {
      timeless++;
    },
    all(file) {
      if (file.redacted) return [{ code: 'redacted-export' }];
      const notes: (ImportNote | false)[] = [
        ofChrome.test(file.creator) && !(all & seen.sensitive) && { code: 'sanitised' },
        redacted > 0 && { code: 'values-redacted', count: redacted },
        !(all & seen.body) && { code: 'no-bodies' },
        timeless > 0 && { code: 'no-times', count: timeless },
      ];
      return file.entries === 0 ? [] : notes.filter((note) => note !== false);
    },
  };
}
