/**
 * How much a finding matters.
 * info: worth knowing, nothing needs to be done. low: against a specification or good habit, no attack follows from it
 * alone. medium: weakens a protection, or strict software refuses the token. high: under ordinary conditions somebody
 * can forge, steal or replay. critical: anyone can, now.
 */
export const severities = ['info', 'low', 'medium', 'high', 'critical'] as const;
export type Severity = (typeof severities)[number];

/** Something worth telling about a token or where it travels. Its sentences are `finding_` + id, + `_means`, + `_do`. */
export interface Finding {
  id: string;
  severity: Severity;
  /** Specification and section. */
  source: string;
  /** What the sentence needs: names, counts and hosts, never the value of a claim. */
  values: readonly string[];
}

/** Negative when `one` matters less than `other`. */
export function compareSeverity(one: Severity, other: Severity): number {
  return severities.indexOf(one) - severities.indexOf(other);
}

/** True for what needs somebody's attention: everything above info. */
export const isAboveInfo = ({ severity }: Finding): boolean => severity !== 'info';
