import { type Finding, isAboveInfo } from '../../core/findings/finding';
import type { Token } from '../../core/token/token';
import { useModel } from '../model/model';
import type { MessageKey } from '../say';
import { useCopying } from '../token/useCopying';
import { fileNameAt, saveFile } from '../transfer/saveFile';
import { listedReport } from './listedReport';
import { jsonReport, markdownReport, type Reported } from './report';

interface Form {
  copy: MessageKey;
  save: MessageKey;
  ending: string;
  mediaType: string;
  write: typeof jsonReport;
}
const forms: readonly Form[] = [
  {
    copy: 'report_markdown',
    save: 'report_save_markdown',
    ending: '.md',
    mediaType: 'text/markdown',
    write: markdownReport,
  },
  {
    copy: 'report_json',
    save: 'report_save_json',
    ending: '.json',
    mediaType: 'application/json',
    write: jsonReport,
  },
];

interface Scope {
  name: MessageKey;
  reported(): Promise<readonly Reported[]>;
}

/** Copies or saves the findings of this token, or of all tokens that the window lists, redacted. */
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
  const written = async ({ reported }: Scope, { write }: Form) =>
    write(await reported(), language, surroundings.now.peek());
  const save = async (scope: Scope, form: Form) => {
    const name = fileNameAt('claimscope-findings', surroundings.now.peek());
    saveFile(`${name}${form.ending}`, await written(scope, form), form.mediaType);
  };
  const scopes: readonly Scope[] = [
    { name: 'report_this', reported: ofThis },
    ...(model.tokens.value.length > 1 ? [{ name: 'report_listed' as const, reported: ofListed }] : []),
  ];
  const button = (title: MessageKey, { name }: Scope, onClick: () => void) => (
    <button key={title} type="button" onClick={onClick}>
      {language.say(title)}
      <span class="unseen"> {language.say(name)}</span>
    </button>
  );
  return (
    <div class="report">
      {scopes.map((scope) => (
        <p key={scope.name}>
          <span>{language.say(scope.name)}</span>
          {forms.map((form) => button(form.copy, scope, async () => void copy(await written(scope, form))))}
          {forms.map((form) => button(form.save, scope, () => void save(scope, form)))}
        </p>
      ))}
      <span role="status">{outcome.value && language.say(outcome.value)}</span>
    </div>
  );
}
