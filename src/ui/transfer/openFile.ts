import { type Signal, signal } from '@preact/signals';
import type { ImportMessage, ImportProgress } from '../../core/importFile';
import type { Imported } from '../../core/transfer/importing';
import { fromWire } from '../../core/transfer/wire';
import type { FileState } from '../model/file';
import { startReader } from '../token/reader';
import { recordedFindings, recordedVerdicts } from './recordedVerdicts';

/** Nothing of these files can be shown: what is wrong is told instead. */
const hopeless: ReadonlySet<string> = new Set(['not-json', 'no-entries']);

/** Reads a file in a worker and shows it in place of what was shown, unless the user cancels it. */
export function openFile(opened: File, state: Signal<FileState>): void {
  const { name, size } = opened;
  const before = state.peek();
  if (before?.state === 'reading') before.cancel();
  const former = before?.state === 'shown' ? before : undefined;
  const progress = signal<ImportProgress>({ read: 0, entries: 0 });
  const worker = startReader();
  const end = (next: FileState) => {
    worker.terminate();
    state.value = next;
  };
  state.value = { state: 'reading', name, size, progress, cancel: () => end(former) };
  worker.addEventListener('error', () => end({ state: 'failed', name }));
  worker.addEventListener('message', ({ data }: MessageEvent<ImportMessage>) => {
    if ('progress' in data) progress.value = data.progress;
    else if ('unreadable' in data) end({ state: 'failed', name });
    else {
      const { wire, ...rest } = data.imported;
      end(stateOf(name, { ...rest, exchanges: fromWire(wire) }));
    }
  });
  worker.postMessage(opened);
}

function stateOf(name: string, imported: Imported): FileState {
  if (imported.faults.some(({ code }) => hopeless.has(code))) return { state: 'failed', name, imported };
  const { exchanges, recorded = [] } = imported;
  return {
    state: 'shown',
    name,
    imported,
    log: { exchanges, coverage: [] },
    verdicts: recordedVerdicts(recorded),
    findings: recordedFindings(recorded),
  };
}
