// @vitest-environment happy-dom
import { act, cleanup, render } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { createModel, ModelContext } from '../../src/ui/model/model';
import { Moment } from '../../src/ui/token/Moment';
import { fakeSurroundings } from '../preview/surroundings';

afterEach(cleanup);

test('another moment is told at once, not with the next second', () => {
  const surroundings = fakeSurroundings();
  const model = createModel(surroundings);
  const now = surroundings.now.value / 1000;
  const shown = (seconds: number) => (
    <ModelContext.Provider value={model}>
      <Moment seconds={seconds} />
    </ModelContext.Provider>
  );
  const { container, rerender } = render(shown(now - 3600));
  expect(container.textContent).toContain('ago');
  rerender(shown(now + 3600));
  expect(container.textContent).not.toContain('ago');
  act(() => {
    surroundings.now.value += 7200_000;
  });
  expect(container.textContent).toContain('ago');
  model.dispose();
});
