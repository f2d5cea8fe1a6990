import { type Finding, isAboveInfo } from '../../core/findings/finding';
import type { Token } from '../../core/token/token';
import { useModel } from '../model/model';
import type { MessageKey } from '../say';
import { useCopying } from '../token/useCopying';
import { listedReport } from './listedReport';
import { jsonReport, markdownReport, type Reported } from './report';

type Write = typeof jsonReport;
const forms: readonly { name: MessageKey; write: Write }[] = [
  { name: 'report_markdown', write: markdownReport },
  { name: 'report_json', write: jsonReport },
];

/** Copies the findings of this token, or of all tokens that the window lists, redacted. */
export function ReportButtons({ token, findings }: { token: Token; findings: readonly Finding[] }) {
  const model = useModel();
  const { language, surroundings } = model;
  const { outcome, copy } = useCopying();
  const ofThis = async (): Promise<readonly Reported[]> => {
    const carrying = surroundings.log
      .peek()
      .exchanges.filter(({ captures }) => captures.some((each) => each.token === token.text));
    return [{ token, findings, exchanges: carrying }];
  };
  const ofListed = async () =>
    (await listedReport(model)).filter(
      (each) => each.findings.some(isAboveInfo) || each.token.text === token.text,
    );
  const take = async (reported: () => Promise<readonly Reported[]>, write: Write) =>
    copy(write(await reported(), language, surroundings.now.peek()));
  const scopes: readonly { name: MessageKey; reported: () => Promise<readonly Reported[]> }[] = [
    { name: 'report_this', reported: ofThis },
    ...(model.tokens.value.length > 1 ? [{ name: 'report_listed' as const, reported: ofListed }] : []),
  ];
  return (
    <div class="report">
      {scopes.map(({ name, reported }) => (
        <p key={name}>
          <span>{language.say(name)}</span>
          {forms.map((form) => (
            <button key={form.name} type="button" onClick={() => void take(reported, form.write)}>
              {language.say(form.name)}
              <span class="unseen"> {language.say(name)}</span>
            </button>
          ))}
        </p>
      ))}
      <span role="status">{outcome.value && language.say(outcome.value)}</span>
    </div>
  );
}
