// @vitest-environment happy-dom
import { cleanup, createEvent, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { useRef } from 'preact/hooks';
import { afterEach, expect, test } from 'vitest';
import { useDrop } from '../../src/ui/drop';

const got: string[] = [];
const names = (files: readonly File[]) => files.map(({ name }) => name).join(' ');
const isHar = ({ name }: File) => name.endsWith('.har');
const takeHar = (files: readonly File[]) => void got.push(`window: ${names(files)}`);
const notHar = (file: File) => !isHar(file);
const takeKey = (files: readonly File[]) => void got.push(`box: ${names(files)}`);

function Box() {
  const box = useRef<HTMLElement>(null);
  useDrop('window', takeHar, isHar);
  const hovering = useDrop(box, takeKey, notHar);
  return <section ref={box} aria-label="box" data-hovering={hovering.value} />;
}

const files = ['a.pem', 'b.har'].map((name) => new File(['x'], name));

function dropOn(element: Element, types: readonly string[] = ['Files']): Event {
  const event = createEvent.drop(element);
  Object.defineProperty(event, 'dataTransfer', { value: { types, files } });
  fireEvent(element, event);
  return event;
}

function holdOver(element: Element): Event {
  const event = createEvent.dragOver(element);
  Object.defineProperty(event, 'dataTransfer', { value: { types: ['Files'], files: [] } });
  fireEvent(element, event);
  return event;
}

afterEach(() => {
  cleanup();
  got.length = 0;
});

test('each dropped file goes to the innermost that accepts it', () => {
  render(<Box />);
  const box = screen.getByRole('region', { name: 'box' });
  expect(dropOn(box).defaultPrevented).toBe(true);
  expect(got).toEqual(['box: a.pem', 'window: b.har']);
});

test('a drop beside the element reaches the window alone', () => {
  render(<Box />);
  expect(dropOn(document.body).defaultPrevented).toBe(true);
  expect(got).toEqual(['window: b.har']);
});

test('text that is dropped is left to the browser', () => {
  render(<Box />);
  expect(dropOn(screen.getByRole('region', { name: 'box' }), ['text/plain']).defaultPrevented).toBe(false);
  expect(got).toEqual([]);
});

test('says that files are held over it, until they leave', async () => {
  render(<Box />);
  const box = screen.getByRole('region', { name: 'box' });
  expect(holdOver(box).defaultPrevented).toBe(true);
  await waitFor(() => expect(box.dataset.hovering).toBe('true'));
  box.dispatchEvent(new Event('dragleave', { bubbles: true }));
  await waitFor(() => expect(box.dataset.hovering).toBe('false'));
});
