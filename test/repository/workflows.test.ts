import { expect, it, test } from 'vitest';
import { filesBelow } from '../sources';

const workflows = filesBelow('.github/workflows', /\.ya?ml$/);

/** What a workflow must not do: run what can change under its name, hold more rights than it needs, or mix in texts. */
function faults(text: string): string[] {
  const uses = [...text.matchAll(/^\s*-?\s*uses:\s*(\S+)(.*)$/gm)];
  const loose = uses.filter(
    ([, action = '', note = '']) => !/@[0-9a-f]{40}$/.test(action) || !/# v\d/.test(note),
  );
  return [
    ...loose.map(([, action]) => `not pinned: ${action}`),
    ...(/^permissions:\n( {2}contents: read\n)(?! )/m.test(text)
      ? []
      : ['rights are not named, or are too many']),
    ...(/pull_request_target|workflow_run/.test(text) ? ['runs strangers\u2019 code with our rights'] : []),
    ...(/run:.*\$\{\{\s*github\.(event|head_ref)/.test(text)
      ? ['puts a stranger\u2019s text into a command']
      : []),
    ...(/uses: actions\/checkout/.test(text) && !/persist-credentials: false/.test(text)
      ? ['leaves the login behind']
      : []),
  ];
}

test('the workflows are pinned and have the least rights', () => {
  expect(workflows.length).toBeGreaterThan(0);
  for (const { path, text } of workflows)
    expect({ path, faults: faults(text) }).toEqual({ path, faults: [] });
});

const good = `permissions:
  contents: read

jobs:
  a:
    steps:
      - uses: actions/checkout@${'1'.repeat(40)} # v4.2.2
        with:
          persist-credentials: false
`;
it.each([
  [good.replace(`@${'1'.repeat(40)}`, '@v4'), 'not pinned: actions/checkout@v4'],
  [good.replace('contents: read', 'contents: write'), 'rights are not named, or are too many'],
  [good.replace('permissions:\n  contents: read\n', ''), 'rights are not named, or are too many'],
  [`on: pull_request_target\n${good}`, 'runs strangers\u2019 code with our rights'],
  [`${good}      - run: echo \${{ github.event.issue.title }}`, 'puts a stranger\u2019s text into a command'],
  [good.replace('          persist-credentials: false\n', ''), 'leaves the login behind'],
])('a violation planted in one is found (%#)', (text, fault) => {
  expect(faults(text)).toEqual([fault]);
  expect(faults(good)).toEqual([]);
});
