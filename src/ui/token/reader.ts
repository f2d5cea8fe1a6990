import type { TaskCall, TaskName, Tasks } from '../../core/tasks';
import url from './reader.worker.ts?worker&url';

/** Longer texts, in UTF-16 units, are read in a worker: no window must wait for them. */
const LONGEST_AT_ONCE = 200_000;

export const isLong = (text: string): boolean => text.length > LONGEST_AT_ONCE;

interface ScriptPolicy {
  createScriptURL(url: string): URL;
}
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): ScriptPolicy;
}

/** The pages' CSP lets no worker start but from an address that this policy has passed, and it passes only ours. */
const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
const policy = trustedTypes?.createPolicy('claimscope-worker', { createScriptURL: () => url });

/** Starts a worker that waits for its one task. */
export const startReader = () => new Worker(policy?.createScriptURL(url) ?? url, { type: 'module' });

/** Does a task in a worker of its own, which is ended when the answer is there or is no longer wanted. */
export function inWorker<Name extends TaskName>(
  call: TaskCall<Name>,
  unwanted?: AbortSignal,
): Promise<Awaited<ReturnType<Tasks[Name]>>> {
  const worker = startReader();
  return new Promise((resolve, reject) => {
    const end = () => worker.terminate();
    worker.addEventListener('message', ({ data }) => {
      end();
      resolve(data);
    });
    worker.addEventListener('error', () => {
      end();
      reject(new Error('the reader failed'));
    });
    unwanted?.addEventListener('abort', end);
    worker.postMessage(call);
  });
}
