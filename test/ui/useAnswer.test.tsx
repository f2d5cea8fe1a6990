// @vitest-environment happy-dom
import { cleanup, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { useAnswer } from '../../src/ui/useAnswer';

const ends = new Map<string, () => void>();
const ask = (question: string) =>
  new Promise<string>((resolve) => ends.set(question, () => resolve(`${question} answered`)));

function Probe({ question }: { question: string }) {
  return <p>{useAnswer(() => ask(question), [question]) ?? 'nothing yet'}</p>;
}

const asked = (question: string) => waitFor(() => expect(ends.has(question)).toBe(true));

afterEach(cleanup);

test('an answer to what was given before is neither kept nor taken late', async () => {
  const { rerender } = render(<Probe question="first" />);
  await asked('first');
  ends.get('first')?.();
  expect(await screen.findByText('first answered')).toBeTruthy();

  rerender(<Probe question="second" />);
  expect(screen.getByText('nothing yet')).toBeTruthy();
  await asked('second');
  rerender(<Probe question="third" />);
  await asked('third');
  ends.get('third')?.();
  expect(await screen.findByText('third answered')).toBeTruthy();
  ends.get('second')?.();
  await Promise.resolve();
  await Promise.resolve();
  expect(screen.getByText('third answered')).toBeTruthy();
});

test('what is overtaken before it rests is never asked', async () => {
  const { rerender } = render(<Probe question="hasty" />);
  rerender(<Probe question="rested" />);
  await asked('rested');
  expect(ends.has('hasty')).toBe(false);
});
