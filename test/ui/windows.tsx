// What the windows fetch later is here from the start, so that no test ends while it is still on its way.
import '../../src/core/key/readKeys';
import '../../src/core/token/summary';
import '../../src/ui/token/tokensIn';
import '../../src/ui/model/verifyText';
import { act, cleanup, configure, render, screen, waitFor } from '@testing-library/preact';
import { expect, vi } from 'vitest';
import { createModel, type Model } from '../../src/ui/model/model';
import { Panel } from '../../src/ui/Panel';
import { Popup } from '../../src/ui/Popup';
import { type FakeSurroundings, fakeSurroundings } from '../preview/surroundings';

// A busy machine takes its time; what never comes still fails.
configure({ asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 60_000 });

import.meta.glob('../../src/ui/**/*.tsx', { eager: true });

const windows = { popup: Popup, panel: Panel };

export type WindowName = keyof typeof windows;
export const windowNames: readonly WindowName[] = ['popup', 'panel'];

const open: Model[] = [];

/** Opens a window on given surroundings, as a test would find it once everything asked for has come. */
export async function openWindow(
  name: WindowName,
  given: Parameters<typeof fakeSurroundings>[0] = {},
): Promise<FakeSurroundings> {
  const surroundings = fakeSurroundings(given);
  const model = createModel(surroundings, name !== 'popup');
  const Window = windows[name];
  open.push(model);
  render(<Window model={model} />);
  await (given.view === 'compare'
    ? screen.findByRole('heading', { name: 'Comparison of two tokens' })
    : screen.findByRole('textbox', { name: 'Secret or key' }));
  return surroundings;
}

/** Opens a sheet as the browser does on a click of its button, and waits for what stands in it. */
export async function openSheet(name: string): Promise<HTMLElement> {
  const sheet = screen.getByRole('dialog', { name, hidden: true });
  act(() => {
    sheet.dispatchEvent(Object.assign(new Event('toggle'), { newState: 'open' }));
  });
  await waitFor(() => expect(sheet.childElementCount).toBeGreaterThan(0));
  return sheet;
}

/** To be run after each test. */
export function closeWindows(): void {
  cleanup();
  for (const model of open.splice(0)) model.dispose();
}

/** Lets time go by in the window. */
export function elapse(surroundings: FakeSurroundings, seconds: number): void {
  act(() => {
    surroundings.now.value += seconds * 1_000;
  });
}
