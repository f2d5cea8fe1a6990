import { computed, type ReadonlySignal, type Signal } from '@preact/signals';
import type { Finding } from '../../core/findings/finding';
import type { ImportProgress } from '../../core/importFile';
import type { Imported } from '../../core/transfer/importing';
import type { SignatureVerdict } from '../../core/verify/verify';
import type { LogView, Surroundings } from '../surroundings';

/** A recording that stands in place of the live log. It lives in this window's memory and nowhere else. */
export interface ShownFile {
  state: 'shown';
  name: string;
  imported: Imported;
  log: LogView;
  /** The verdicts that were recorded before the tokens were redacted, by the texts that stand for them. */
  verdicts: ReadonlyMap<string, SignatureVerdict>;
  /** What was found before that, by the same texts. */
  findings: ReadonlyMap<string, readonly Finding[]>;
}

/** A recording that is being opened, or could not be. */
export interface ReadFile {
  state: 'reading';
  name: string;
  /** Bytes. */
  size: number;
  progress: ReadonlySignal<ImportProgress>;
  cancel(): void;
}
export interface FailedFile {
  state: 'failed';
  name: string;
  /** Absent where not even its bytes could be read. */
  imported?: Imported;
}

export type FileState = ShownFile | ReadFile | FailedFile | undefined;

export const shownIn = (file: FileState): ShownFile | undefined =>
  file?.state === 'shown' ? file : undefined;

/** The same surroundings, with the log of a file in place of the live one while a file is shown. */
export function withFile(given: Surroundings, file: Signal<FileState>): Surroundings {
  const clear = () => {
    if (shownIn(file.value)) file.value = undefined;
    else given.actions.clear();
  };
  const log = computed(() => shownIn(file.value)?.log ?? given.log.value);
  return { ...given, log, actions: { ...given.actions, clear } };
}
