import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginHistory, change, type History, redo, undo } from '../../../src/core/sign/edit/history';

const typed = (texts: readonly string[], stepMs: number): History<string> =>
  texts.reduce((history, each, at) => change(history, each, at * stepMs, 'payload'), beginHistory(''));

describe('undo and redo', () => {
  it('undoes a typed word as a whole, and what was typed after a pause alone', () => {
    const quick = typed(['a', 'ab', 'abc'], 300);
    expect(undo(quick).present).toBe('');
    const slow = typed(['a', 'ab', 'abc'], 2_000);
    expect(undo(slow).present).toBe('ab');
  });

  it('keeps changes in different places apart', () => {
    const history = change(change(beginHistory('x'), 'y', 0, 'header'), 'z', 1, 'payload');
    expect(undo(history).present).toBe('y');
  });

  it('goes all the way back and forth', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 30 }), (texts) => {
        const all = texts.reduce((history, each) => change(history, each, 0), beginHistory('begin'));
        const steps = all.past.length;
        let history = all;
        for (let step = 0; step < steps; step++) history = undo(history);
        expect(history.present).toBe('begin');
        for (let step = 0; step < steps; step++) history = redo(history);
        expect(history.present).toBe(all.present);
        expect(history.past).toEqual(all.past);
      }),
    );
  });

  it('forgets what could be done again once something else is done', () => {
    const history = change(undo(typed(['a', 'b'], 2_000)), 'c', 9_000);
    expect(redo(history).present).toBe('c');
    expect(undo(history).present).toBe('a');
  });

  it('does nothing at either end, nor for a change that changes nothing', () => {
    const history = beginHistory('a');
    expect(undo(history).present).toBe('a');
    expect(redo(history).present).toBe('a');
    expect(change(history, 'a', 5)).toBe(history);
  });

  it('keeps the last 200 changes', () => {
    const texts = Array.from({ length: 300 }, (_, at) => `${at}`);
    expect(typed(texts, 2_000).past).toHaveLength(200);
  });
});
