// @vitest-environment happy-dom
import '../../src/ui/refusal/Notices';
import '../../src/ui/refusal/Story';
import '../../src/ui/refusal/WhyRefused';
import '../../src/ui/refusal/SentState';
import '../../src/ui/timeline/Timeline';
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import { lineages, refusals } from '../preview/times';
import { closeWindows, openWindow, windowNames } from './windows';

afterEach(closeWindows);

describe.each(windowNames)('a refused token in the %s', (name) => {
  test('is explained: the cause, what points to it, what to do', async () => {
    await openWindow(name, { exchanges: await refusals() });
    const why = await screen.findByRole('region', { name: 'Why 401?' });
    await within(why).findByText(/wants the raw token, without Bearer/);
    expect(why.textContent).toMatch(/Send “Authorization: <token>”/);
    expect(within(why).getAllByRole('list', { name: 'What points to it' })[0]?.textContent).toMatch(
      /Sent with the scheme: Bearer/,
    );
  });

  test('says of each request whether the token was valid when it was sent', async () => {
    await openWindow(name, { exchanges: await refusals() });
    const requests = await screen.findByRole('region', { name: 'Requests' });
    await waitFor(() => expect(requests.textContent).toMatch(/valid, 5 min left/));
    expect(within(requests).getAllByRole('button', { name: /Why GET \/protected was refused/ })).toHaveLength(
      1,
    );
  });
});

describe('the panel', () => {
  test('tells of refused requests without a token, and why', async () => {
    await openWindow('panel', { exchanges: await refusals() });
    fireEvent.click(await screen.findByRole('button', { name: '2 requests without a token were refused' }));
    fireEvent.click(await screen.findByRole('button', { name: 'GET /cart' }));
    await screen.findByText('A placeholder was sent instead of a token');
    fireEvent.click(screen.getByRole('button', { name: 'GET /protected' }));
    await screen.findByText('No token was sent');
  });

  test('reads the timeline out by keys', async () => {
    await openWindow('panel', { exchanges: await lineages(2, 2, 3), view: 'timeline' });
    const picture = await screen.findByRole('application', { name: 'Timeline of the tokens' });
    const told = () => picture.parentElement?.querySelector('[role=status]')?.textContent ?? '';
    fireEvent.keyDown(picture, { key: 'Home' });
    await waitFor(() => expect(told()).toMatch(/^api-1\.acme\.test.*Issued by POST \/login/s));
    fireEvent.keyDown(picture, { key: 'ArrowDown' });
    await waitFor(() => expect(told()).toMatch(/^api-2\.acme\.test/));
    fireEvent.keyDown(picture, { key: 'ArrowRight' });
    await waitFor(() => expect(told()).toMatch(/Sent with GET|Refused: GET/));
  });

  test('shows the lane of the token that is chosen in the list', async () => {
    await openWindow('panel', { exchanges: await lineages(30, 1, 1), view: 'timeline' });
    const picture = await screen.findByRole('application', { name: 'Timeline of the tokens' });
    await waitFor(() => expect(picture.scrollTop).toBeGreaterThan(1_000));
    Object.defineProperty(picture, 'clientHeight', { value: 200 });
    fireEvent.keyDown(screen.getByRole('grid'), { key: 'End' });
    await waitFor(() => expect(picture.scrollTop).toBe(0));
  });
});
