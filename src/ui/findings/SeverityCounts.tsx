import { type Finding, severities } from '../../core/findings/finding';
import { useLanguage } from '../model/model';
import { severityLooks } from './severityLook';

/** How many there are of each severity, the gravest first. */
export function SeverityCounts({ findings }: { findings: readonly Finding[] }) {
  const language = useLanguage();
  if (findings.length === 0) return <span class="soft">{language.say('findings_none')}</span>;
  const counts = severities
    .map((severity) => ({ severity, number: findings.filter((each) => each.severity === severity).length }))
    .filter(({ number }) => number > 0)
    .reverse();
  return (
    <span class="severity-counts">
      {counts.map(({ severity, number }) => (
        <span key={severity} class={severityLooks[severity].tone}>
          {language.code('severity', severity)} <span class="figures">{language.number(number)}</span>
        </span>
      ))}
    </span>
  );
}
