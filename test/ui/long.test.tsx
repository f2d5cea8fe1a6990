// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { type TaskCall, tasks } from '../../src/core/tasks';
import { signHs256 } from '../preview/signing';
import { closeWindows, openWindow } from './windows';

/** Does the task in the test itself, as neither Node nor happy-dom has such workers. */
class FakeWorker extends EventTarget {
  async postMessage({ name, args }: TaskCall): Promise<void> {
    try {
      const data = await (tasks[name] as (...args: TaskCall['args']) => Promise<unknown>)(...args);
      this.dispatchEvent(new MessageEvent('message', { data: structuredClone(data) }));
    } catch {
      this.dispatchEvent(new Event('error'));
    }
  }
  terminate(): void {}
}

const secret = 'a secret that is long enough for HS256';
const claims = Object.fromEntries(Array.from({ length: 2_100 }, (_, at) => [`claim ${at}`, at]));
const token = await signHs256({ ...claims, filling: 'x'.repeat(160_000), sub: 'many', own: 'last' }, secret);
const region = (name: string) => within(screen.getByRole('region', { name }));

beforeAll(() => vi.stubGlobal('Worker', FakeWorker));
afterAll(() => vi.unstubAllGlobals());
afterEach(closeWindows);

describe('a token that is read in a worker', () => {
  test('is long, and says what is left out', async () => {
    expect(token.length).toBeGreaterThan(200_000);
    await openWindow('popup', { paste: token });
    expect(await screen.findByText(/too large to be shown member by member/)).toBeTruthy();
    expect(screen.queryByText(/gone when this window closes/)).toBeNull();
  });

  test('says that it is not kept where session memory has refused it', async () => {
    const surroundings = await openWindow('popup', { paste: token });
    surroundings.draftKept.value = false;
    expect(await screen.findByText(/gone when this window closes/)).toBeTruthy();
  });

  test('is compared with all of its claims', async () => {
    const required = ['own', 'claim 2099', 'sub'];
    const schema = '{"required":["own"],"properties":{"claim 2098":{"const":2098}}}';
    await openWindow('popup', { paste: token, expectations: { '*': { required, schema } } });
    await waitFor(() => expect(region('Verdict').getByText('All that you expect')).toBeTruthy());
  });

  test('breaks what it breaks', async () => {
    await openWindow('popup', { paste: token, expectations: { '*': { required: ['missing'] } } });
    await waitFor(() => expect(region('Verdict').getByText('Broken')).toBeTruthy());
  });

  test('has a doctor', async () => {
    await openWindow('popup', { paste: token, key: `"${secret}"` });
    expect(await screen.findByText('Trying the usual mix-ups …')).toBeTruthy();
    expect(await screen.findByText(/fits without its quotation marks/)).toBeTruthy();
  });

  test('is asked of libraries', async () => {
    await openWindow('popup', { paste: token, key: secret });
    expect(await screen.findByText('What libraries say')).toBeTruthy();
  });

  test('is copied redacted', async () => {
    const surroundings = await openWindow('popup', { paste: token });
    fireEvent.click(await screen.findByRole('button', { name: 'Copy redacted' }));
    await waitFor(() => expect(surroundings.asked).toHaveLength(1));
    const [, copied = ''] = surroundings.asked[0]?.split(' ') ?? [];
    const payload = JSON.parse(Buffer.from(copied.split('.')[1] ?? '', 'base64url').toString());
    expect(Object.keys(payload)).toHaveLength(2_103);
    expect(payload).toMatchObject({ sub: expect.stringMatching(/^text-/) });
  });

  test('takes a very long text that is pasted without its ever being laid out', async () => {
    const surroundings = await openWindow('popup', { paste: 'Bearer ' });
    const box = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Token' });
    box.setSelectionRange(7, 7);
    const pasted = new Event('paste', { bubbles: true, cancelable: true });
    Object.assign(pasted, { clipboardData: { getData: () => token } });
    fireEvent(box, pasted);
    expect(pasted.defaultPrevented).toBe(true);
    expect(surroundings.draft.value.paste).toBe(`Bearer ${token}`);
    fireEvent.input(box, { target: { value: `${token} ` } });
    expect(surroundings.draft.value.paste).toBe(`${token} `);
    expect(box.value.length).toBeLessThan(2_000);
  });
});
