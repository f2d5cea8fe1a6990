import { type TaskCall, tasks } from '../../core/tasks';

/** Does one task, answers, and is ended by the window. Reading a file tells in between how far it is. */
addEventListener('message', async ({ data }: MessageEvent<TaskCall | File>) => {
  if (data instanceof File) {
    const { importFile } = await import('../../core/importFile');
    return importFile(data, (message) => postMessage(message));
  }
  const { name, args } = data;
  const task = tasks[name] as (...args: TaskCall['args']) => Promise<unknown>;
  try {
    postMessage(await task(...args));
  } catch {
    // A rejection alone would leave the window waiting; and what an engine says of a text may quote it.
    reportError(new Error('the task failed'));
  }
});
