// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { act, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import messages from '../../src/_locales/en/messages.json';
import { importFaultCodes, importNoteCodes } from '../../src/core/transfer/faults';
import type { Imported } from '../../src/core/transfer/importing';
import { createImporter } from '../../src/core/transfer/importing';
import type { Model } from '../../src/ui/model/model';
import { createModel } from '../../src/ui/model/model';
import { Panel } from '../../src/ui/Panel';
import { recordedFindings, recordedVerdicts, recordVerdict } from '../../src/ui/transfer/recordedVerdicts';
import { writeExport } from '../../src/ui/transfer/writeExport';
import { signHs256 } from '../preview/signing';
import { exchangeWith, fakeSurroundings } from '../preview/surroundings';
import { closeWindows, openSheet } from './windows';

afterEach(closeWindows);

const secret = 'your-secret-key';
const live = await signHs256({ user_id: 1, username: 'live_user', exp: 2_000_000_000 }, secret);
const filed = await signHs256({ user_id: 2, username: 'filed_user', exp: 2_000_000_000 }, secret);

const imported: Imported = {
  exchanges: [exchangeWith(filed)],
  entries: 12,
  creator: 'Tool 7',
  faults: [{ code: 'missing', entry: 3, member: 'request.url' }],
  faultCount: 1,
  notes: [{ code: 'sanitised' }],
};

async function panel(given: Parameters<typeof fakeSurroundings>[0] = { exchanges: [exchangeWith(live)] }) {
  const surroundings = fakeSurroundings(given);
  const model = createModel(surroundings);
  render(<Panel model={model} />);
  await screen.findByRole('textbox', { name: 'Secret or key' });
  return { model, surroundings };
}

const show = (model: Model, name = 'recorded.har') =>
  act(() => {
    model.file.value = {
      state: 'shown',
      name,
      imported,
      log: { exchanges: imported.exchanges, coverage: [] },
      verdicts: new Map(),
      findings: new Map(),
    };
  });

describe('a file that is shown', () => {
  it('stands in place of the live log, which goes on behind it', async () => {
    const { model, surroundings } = await panel();
    show(model);
    const banner = await screen.findByRole('region', { name: 'Opened file' });
    expect(banner.textContent).toMatch(
      /You are looking at recorded\.har\. 12 requests\. 1 of them tells of tokens\.No request has.*1 thing could not be read.*Request 3: "request\.url" is missing\./,
    );
    const grid = screen.getByRole('grid');
    expect(grid.textContent).toMatch(/filed_user/);
    act(() => {
      surroundings.log.value = {
        ...surroundings.log.value,
        exchanges: [exchangeWith(live), exchangeWith(live)],
      };
    });
    expect(grid.textContent).not.toMatch(/live_user/);
    fireEvent.click(within(banner).getByRole('button', { name: 'Back to live traffic' }));
    expect(screen.getByRole('grid').textContent).toMatch(/live_user/);
    expect(screen.queryByRole('region', { name: 'Opened file' })).toBeNull();
  });

  it('is what Clear closes, and nothing of the live log is cleared', async () => {
    const { model, surroundings } = await panel();
    show(model);
    act(() => model.surroundings.actions.clear());
    expect(model.file.value).toBeUndefined();
    expect(surroundings.asked).toEqual([]);
    act(() => model.surroundings.actions.clear());
    expect(surroundings.asked).toEqual(['clear']);
  });
});

describe('a file that is read', () => {
  it('shows how far it is, and can be stopped', async () => {
    const { model } = await panel();
    let cancelled = 0;
    const progress = signal({ read: 50, entries: 7 });
    act(() => {
      model.file.value = { state: 'reading', name: 'x.har', size: 200, progress, cancel: () => cancelled++ };
    });
    const bar = (await screen.findByRole('progressbar')) as HTMLProgressElement;
    expect([bar.value, bar.max]).toEqual([50, 200]);
    expect(screen.getByText('7 requests.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(cancelled).toBe(1);
  });

  it('says what is wrong with it', async () => {
    const { model } = await panel();
    act(() => {
      model.file.value = { state: 'failed', name: 'x.har' };
    });
    expect((await screen.findByRole('alert')).textContent).toMatch(/x\.har could not be read/);
  });
});

describe('a redacted export', () => {
  it('comes back with the same list, and with the verdicts and findings from before', async () => {
    const { model } = await panel({ exchanges: [exchangeWith(live), exchangeWith(filed)], key: secret });
    await vi.waitFor(() => expect(model.keys.for(live)).toHaveLength(1));
    const { text } = await writeExport(model, 'har', false);
    expect(text).not.toMatch(/live_user|filed_user/);
    const importer = createImporter();
    importer.push(new TextEncoder().encode(text));
    const { exchanges, recorded = [] } = importer.end();
    expect(exchanges).toHaveLength(2);
    const verdicts = [...recordedVerdicts(recorded).values()];
    expect(verdicts).toMatchObject([{ state: 'verified', alg: 'HS256' }, { state: 'verified' }]);
    expect(JSON.stringify(recorded)).not.toContain(Buffer.from(secret).toString('base64url'));
    expect(text).not.toContain(secret);
    const findings = [...recordedFindings(recorded).values()];
    expect(findings.every((found) => found.length > 0)).toBe(true);
  });

  it('tells of no key but what kind it is', () => {
    const { values } = recordVerdict({
      state: 'wrong',
      tried: [],
      code: 'kid-differs',
      values: ['my-kid', '12'],
    });
    expect(values).toEqual(['…', '12']);
  });

  it.each([
    [{ state: 'verified', alg: 'HS256', chosenBy: 'kid', key: {} }],
    [{ state: 'verified', alg: 'HS256', chosenBy: 'kid' }],
    [{ state: 'unchecked', code: 'made-up', values: [] }],
    [{ state: 'made-up' }],
  ])('that was changed to say %o is not believed', (signature) => {
    expect(recordedVerdicts([{ token: 'x', signature }]).size).toBe(0);
  });
});

describe('exporting', () => {
  it('is redacted unless the user insists twice', async () => {
    await panel();
    const dialog = await openSheet('Export');
    const save = within(dialog).getByRole<HTMLButtonElement>('button', { name: 'Save file', hidden: true });
    expect(save.disabled).toBe(false);
    fireEvent.click(within(dialog).getByRole('radio', { name: /^Raw/, hidden: true }));
    expect(save.disabled).toBe(true);
    fireEvent.click(within(dialog).getByRole('checkbox', { hidden: true }));
    expect(save.disabled).toBe(false);
    fireEvent.click(within(dialog).getByRole('radio', { name: /^Redacted/, hidden: true }));
    expect(within(dialog).queryByRole('checkbox', { hidden: true })).toBeNull();
  });
});

it('every code of an import has its sentence', () => {
  for (const code of importFaultCodes)
    expect(messages).toHaveProperty(`file_fault_${code.replaceAll('-', '_')}`);
  for (const code of importNoteCodes)
    expect(messages).toHaveProperty(`file_note_${code.replaceAll('-', '_')}`);
});

it('a file without tokens says so in place of the list', async () => {
  const { model } = await panel();
  act(() => {
    const empty = { ...imported, exchanges: [] };
    model.file.value = {
      state: 'shown',
      name: 'x.har',
      imported: empty,
      log: { exchanges: [], coverage: [] },
      verdicts: new Map(),
      findings: new Map(),
    };
  });
  expect(await screen.findByText('No request in this file tells of a token.')).toBeTruthy();
});
