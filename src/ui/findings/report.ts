import type { Finding } from '../../core/findings/finding';
import { summarizeToken } from '../../core/token/summary';
import type { Token } from '../../core/token/token';
import type { Exchange } from '../../core/traffic/exchange';
import type { Language } from '../language';
import { hostOf } from '../model/address';

/** A token and what was found of it. */
export interface Reported {
  token: Token;
  findings: readonly Finding[];
  /** The requests that carried it. */
  exchanges: readonly Exchange[];
}

/** What a report tells of a token: how it is made and where it went. Never its text, nor the value of a claim. */
function factsOf({ token, exchanges }: Reported) {
  const { alg, typ } = summarizeToken(token);
  const hosts = [...new Set(exchanges.map(({ url }) => hostOf(url)))];
  return {
    ...(alg && { alg }),
    ...(typ && { typ }),
    characters: token.text.length,
    requests: exchanges.length,
    hosts,
  };
}

/** A finding in words. */
function sentences({ id, severity, source, values }: Finding, language: Language) {
  return {
    rule: id,
    severity,
    finding: language.code('finding', id, values),
    means: language.code('finding', `${id}-means`, values),
    do: language.code('finding', `${id}-do`, values),
    source,
  };
}

/** A report for programs. */
export function jsonReport(reported: readonly Reported[], language: Language, madeMs: number): string {
  const tokens = reported.map((each) => ({
    ...factsOf(each),
    findings: each.findings.map((finding) => sentences(finding, language)),
  }));
  return `${JSON.stringify({ product: 'Claimscope', made: new Date(madeMs).toISOString(), tokens }, null, 2)}\n`;
}

/** A report for people, in Markdown. What came from outside stays text there. */
export function markdownReport(reported: readonly Reported[], language: Language, madeMs: number): string {
  const heading = `# ${language.say('report_title')}\n\n${new Date(madeMs).toISOString()}\n`;
  return [heading, ...reported.map((each, at) => tokenSection(each, at + 1, language))].join('\n');
}

function tokenSection(reported: Reported, number: number, language: Language): string {
  const { alg, typ, requests, hosts } = factsOf(reported);
  const facts = [alg, typ, language.count('report_requests', requests), ...hosts]
    .filter(Boolean)
    .map((each) => escaped(String(each)));
  const items = reported.findings.map((finding) => {
    const { severity, finding: title, means, do: advice, source } = sentences(finding, language);
    const word = language.code('severity', severity);
    return `- **${word}: ${escaped(title)}**\n  ${escaped(means)} ${escaped(advice)} (${source})`;
  });
  const body = items.length > 0 ? items.join('\n') : language.say('findings_none');
  return `## ${language.say('report_token', [String(number)])}\n\n${facts.join(' · ')}\n\n${body}\n`;
}

/** Text in which Markdown and HTML see no sign of theirs. */
function escaped(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').replace(/[\\`*_{}[\]<>#|!~&]/g, (sign) => `\\${sign}`);
}
