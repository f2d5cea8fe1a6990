import { describe, expect, test } from 'vitest';
import messages from '../../src/_locales/en/messages.json';
import { isOverride } from '../../src/core/isOverride';
import { hostsOf, noNotes, type Override, overrideActions, overrideRefusals } from '../../src/core/override';
import { distinctForms, overrideChoices } from '../../src/core/overrideChoices';
import { faultOf } from '../../src/core/overrideFaults';
import { noted, noteOf } from '../../src/core/overrideNotes';
import { cookieIn, cookiesWith, ruleOf, typesOf } from '../../src/core/overrideRule';
import type { Capture, Exchange } from '../../src/core/traffic/exchange';

const header: Override = {
  tabId: 7,
  origin: 'http://127.0.0.1:5000',
  initiators: ['http://localhost:3000'],
  target: { place: 'request-header', name: 'authorization' },
  action: 'replace',
  value: 'Bearer a.b.c',
};
const cookie = (rest: Partial<Override> = {}): Override => ({
  ...header,
  target: { place: 'request-cookie', name: 'sid' },
  value: 'a.b.c',
  ...rest,
});

describe('an override as a rule', () => {
  test('is for its tab and for its origin with the port', () => {
    expect(ruleOf(header)).toEqual({
      id: 7,
      priority: 1,
      action: {
        type: 'modifyHeaders',
        requestHeaders: [{ header: 'authorization', operation: 'set', value: 'Bearer a.b.c' }],
      },
      condition: {
        urlFilter: '|http://127.0.0.1:5000/',
        tabIds: [7],
        resourceTypes: ['xmlhttprequest'],
        excludedRequestMethods: ['options'],
      },
    });
  });

  test('replaces what scripts send; added or dropped, it reaches navigations too', () => {
    expect(typesOf(header)).toEqual(['xmlhttprequest']);
    expect(typesOf({ ...header, action: 'add' })).toContain('main_frame');
    expect(typesOf({ ...header, action: 'drop' })).toContain('main_frame');
    expect(typesOf(cookie())).toContain('main_frame');
  });

  test('drops the header', () => {
    expect(ruleOf({ ...header, action: 'drop' })?.action.requestHeaders).toEqual([
      { header: 'authorization', operation: 'remove' },
    ]);
  });

  test('adds a cookie to those there are, and waits for them where one is replaced', () => {
    expect(ruleOf(cookie({ action: 'add' }))?.action.requestHeaders).toEqual([
      { header: 'cookie', operation: 'append', value: 'sid=a.b.c' },
    ]);
    expect(ruleOf(cookie())).toBeUndefined();
    expect(ruleOf({ ...cookie(), cookies: 'a=1; sid=old; b=2' })?.action.requestHeaders).toEqual([
      { header: 'cookie', operation: 'set', value: 'a=1; sid=a.b.c; b=2' },
    ]);
    expect(ruleOf({ ...cookie({ action: 'drop' }), cookies: 'sid=old' })?.action.requestHeaders).toEqual([
      { header: 'cookie', operation: 'remove' },
    ]);
  });

  // header, replaced, dropped
  test.each([
    ['', 'sid=a.b.c', ''],
    ['sid=x', 'sid=a.b.c', ''],
    ['a=1; sid=x; b=2', 'a=1; sid=a.b.c; b=2', 'a=1; b=2'],
    ['sid=x; a=1', 'sid=a.b.c; a=1', 'a=1'],
    ['sid=x; a=1; sid=y', 'sid=a.b.c; a=1', 'a=1'],
    ['a=1', 'a=1; sid=a.b.c', 'a=1'],
    ['sidx=1; xsid=2', 'sidx=1; xsid=2; sid=a.b.c', 'sidx=1; xsid=2'],
    ['sid', 'sid=a.b.c', ''],
    ['a="1,2"; sid=x=y==', 'a="1,2"; sid=a.b.c', 'a="1,2"'],
  ])('of the cookies "%s" only its own changes', (given, replaced, dropped) => {
    expect(cookiesWith(cookie(), given)).toBe(replaced);
    expect(cookiesWith(cookie({ action: 'drop' }), given)).toBe(dropped);
  });

  test('a cookie is read as servers read it', () => {
    expect(cookieIn('a=1; sid=x=y; sid=z', 'sid')).toBe('x=y');
    expect(cookieIn('a=1', 'sid')).toBeUndefined();
  });
});

describe('what forbids an override', () => {
  test.each<[string, Partial<Override>, string | undefined]>([
    ['nothing', {}, undefined],
    ['a path in the origin', { origin: 'http://a.example/x' }, 'bad-origin'],
    ['a user in the origin', { origin: 'http://me@a.example' }, 'bad-origin'],
    ['another scheme', { origin: 'file://host' }, 'bad-origin'],
    ['a line break in the value', { value: 'a\r\nX-Evil: 1' }, 'bad-value'],
    ['a letter beyond ASCII', { value: 'Bearer ключ' }, 'bad-value'],
    ['no value', { value: '' }, 'bad-value'],
    ['no value to drop', { value: '', action: 'drop' }, undefined],
    ['a semicolon in a cookie', cookie({ value: 'a;b' }), 'bad-value'],
    ['a space in a cookie', cookie({ value: 'a b' }), 'bad-value'],
    ['a cookie without a name', cookie({ target: { place: 'request-cookie', name: '' } }), 'bad-name'],
    ['a cookie named so', cookie({ target: { place: 'request-cookie', name: 'a=b' } }), 'bad-name'],
    ['an empty cookie', cookie({ value: '' }), undefined],
  ])('%s', (_title, rest, code) => {
    expect(faultOf({ ...header, ...rest })).toBe(code);
  });

  test('every reason and every action has its sentence', () => {
    const keys = [
      ...overrideRefusals.map((code) => `override_refused_${code}`),
      ...overrideActions.map((action) => `override_action_${action}`),
    ].map((key) => key.replaceAll('-', '_'));
    expect(keys.filter((key) => !Object.hasOwn(messages, key))).toEqual([]);
  });
});

test('access is needed to the address and to the pages that send', () => {
  expect(hostsOf({ ...header, initiators: ['http://localhost:3000', 'http://127.0.0.1:9'] })).toEqual([
    'http://127.0.0.1/*',
    'http://localhost/*',
  ]);
});

test.each<[string, unknown]>([
  ['no object', 'x'],
  ['nothing', null],
  ['no tab', { ...header, tabId: undefined }],
  ['an unknown action', { ...header, action: 'wipe' }],
  ['another header', { ...header, target: { place: 'request-header', name: 'host' } }],
  ['a cookie without a name', { ...header, target: { place: 'request-cookie' } }],
  ['initiators that are no texts', { ...header, initiators: [1] }],
])('a message with %s is no override', (_title, value) => {
  expect(isOverride(value)).toBe(false);
});
test('a message that is one is taken', () => {
  expect([isOverride(header), isOverride(cookie())]).toEqual([true, true]);
});

describe('what there is to choose from', () => {
  const capture = (place: Capture['carrier']['place'], name: string, before = ''): Capture => ({
    carrier: { place, name },
    before,
    token: 'a.b.c',
    after: '',
  });
  const exchange = (rest: Partial<Exchange>): Exchange => ({
    id: 'w:1',
    tabId: 1,
    method: 'GET',
    url: 'http://api.example:8080/x',
    startedMs: 0,
    feeds: [],
    answerCertain: true,
    captures: [capture('request-header', 'authorization', 'Bearer ')],
    ...rest,
  });

  test('tabs and origins, the latest first, with the forms and cookies seen', () => {
    const seen = [
      exchange({ initiator: 'http://app.example' }),
      exchange({ url: 'http://api.example/x', captures: [capture('request-cookie', 'sid')] }),
      exchange({ captures: [capture('request-header', 'authorization')], initiator: 'http://app.example' }),
      exchange({ tabId: -1 }),
      exchange({ url: 'http://answer.example/', captures: [capture('set-cookie', 'sid')] }),
    ];
    expect(overrideChoices(seen, { tabId: 1, origin: 'http://app.example' })).toEqual([
      {
        tabId: 1,
        origin: 'http://api.example:8080',
        initiators: ['http://app.example'],
        forms: [
          { before: '', after: '' },
          { before: 'Bearer ', after: '' },
        ],
        cookies: [],
      },
      {
        tabId: 1,
        origin: 'http://api.example',
        initiators: ['http://app.example'],
        forms: [],
        cookies: ['sid'],
      },
      { tabId: 1, origin: 'http://app.example', initiators: ['http://app.example'], forms: [], cookies: [] },
    ]);
  });

  test('the page itself, where nothing was seen; nothing on a page of the browser', () => {
    expect(overrideChoices([], { tabId: 3, origin: 'http://a.example' })).toHaveLength(1);
    expect(overrideChoices([], { tabId: 3, origin: 'about:blank' })).toEqual([]);
    expect(overrideChoices([], undefined)).toEqual([]);
  });

  test('of equal forms the first', () => {
    const forms = ['Bearer ', '', 'Bearer '].map((before) => ({ before, after: '' }));
    expect(distinctForms(forms).map(({ before }) => before)).toEqual(['Bearer ', '']);
  });
});

describe('notes of what was changed', () => {
  test('tell what a request had, had not, or that it is not known', () => {
    const notes = [
      ['1', 'Bearer x'],
      ['2', null],
      ['3', undefined],
      ['4', 'Bearer x'],
    ] as const;
    const all = notes.reduce((known, [id, before]) => noted(known, id, before), noNotes);
    expect(all.texts).toEqual(['Bearer x']);
    expect(notes.map(([id]) => noteOf(all, `w:${id}`)?.before)).toEqual([
      'Bearer x',
      null,
      undefined,
      'Bearer x',
    ]);
    expect(noteOf(all, 'w:3')).toEqual({ before: undefined });
    expect(noteOf(all, 'w:1/2')?.before).toBe('Bearer x');
    expect(noteOf(all, 'w:5')).toBeUndefined();
    expect(noteOf(all, 'd1:1')).toBeUndefined();
  });

  test('are bounded', () => {
    let notes = noNotes;
    for (let id = 0; id < 700; id++) notes = noted(notes, String(id), `Bearer ${id}`);
    expect(Object.keys(notes.requests).length).toBeLessThanOrEqual(500);
    expect(notes.texts.length).toBeLessThanOrEqual(50);
    expect(noteOf(notes, 'w:699')?.before).toBe('Bearer 699');
  });
});
