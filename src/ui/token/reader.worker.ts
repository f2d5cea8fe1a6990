import { type TaskCall, tasks } from '../../core/tasks';

/** Does one task, answers, and is ended by the window. */
addEventListener('message', async ({ data: { name, args } }: MessageEvent<TaskCall>) => {
  const task = tasks[name] as (...args: TaskCall['args']) => Promise<unknown>;
  postMessage(await task(...args));
});
