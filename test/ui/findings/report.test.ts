import { expect, it } from 'vitest';
import messages from '../../../src/_locales/en/messages.json' with { type: 'json' };
import { readToken } from '../../../src/core/token/read';
import { jsonReport, markdownReport } from '../../../src/ui/findings/report';
import { createLanguage } from '../../../src/ui/language';
import { createSay } from '../../../src/ui/say';
import { sent, token } from '../../core/findings/samples';

const language = createLanguage(createSay(messages), ['en']);
const text = token({ kid: 'the-kid' }, { sub: 'the-subject', password: 'the-password' });
const finding = { id: 'payload-password', severity: 'high', source: 'RFC 7519 section 12' } as const;
const hostile = '<img src=x onerror=alert(1)>](javascript:1) **a** \u2028# b';
const reported = [
  {
    token: readToken(text),
    findings: [{ ...finding, values: [hostile] }],
    exchanges: [sent(text, { url: `https://api.example.com/x?token=${text}` })],
  },
];

it('tells nothing of the token, in neither form', () => {
  for (const report of [markdownReport(reported, language, 0), jsonReport(reported, language, 0)]) {
    expect(report).toContain('api.example.com');
    for (const secret of [...text.split('.'), 'the-kid', 'the-subject', 'the-password', '/x?'])
      expect(report).not.toContain(secret);
  }
});

it('leaves what came from outside no sign of Markdown or HTML, and no line of its own', () => {
  const report = markdownReport(reported, language, 0);
  expect(report).not.toMatch(/(?<!\\)<|(?<!\\)\]\(|\u2028/);
  expect(report.split('\n').filter((line) => line.startsWith('#'))).toHaveLength(2);
  expect(report).toContain('**High: A password in \\<img');
});

it('is JSON that programs can read', () => {
  const report = JSON.parse(jsonReport(reported, language, 0));
  expect(report.tokens[0].findings[0]).toMatchObject({
    rule: 'payload-password',
    severity: 'high',
    source: finding.source,
  });
});
