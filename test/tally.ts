import { whyNotCompared } from './notCompared';
import { vectorsAbsent } from './vectors';

/** What a step of `npm test` came to. */
export interface Tally {
  passed: number;
  /** One line for each failure that Vitest does not count as a test. */
  failures: readonly string[];
  /** The full names of the tests that failed, and each one's first complaint. */
  failedTests: readonly string[];
  /** Tests left out because the shared vectors are absent, and the suites they belong to; or another browser's pictures. */
  skipped: number;
  absentSuites: readonly string[];
  notCompared: readonly string[];
}

/** The part of Vitest's JSON report that is read here. */
export interface Report {
  testResults: readonly {
    name: string;
    status: string;
    assertionResults: readonly { status: string; fullName: string; failureMessages?: readonly string[] }[];
  }[];
}

const nothing: Tally = {
  passed: 0,
  failures: [],
  failedTests: [],
  skipped: 0,
  absentSuites: [],
  notCompared: [],
};

/** A step that is one check, and was right. */
export const passed: Tally = { ...nothing, passed: 1 };

/** A step that went wrong as a whole. */
export const failed = (title: string): Tally => ({ ...nothing, failures: [title] });

/**
 * Counts a Vitest project. A test left out for any reason but absent vectors or another browser's pictures counts as
 * failed, and so do a file that could not be read and an exit code that the counts do not explain.
 */
export function tallyOf(project: string, report: Report, exitCode: number | null): Tally {
  const tests = report.testResults.flatMap((file) => file.assertionResults);
  const failures = [
    ...report.testResults
      .filter((file) => file.status === 'failed' && !file.assertionResults.some(isFailure))
      .map((file) => `${file.name} failed outside its tests`),
    ...tests.filter(isLeftOut).map((test) => `left out: ${test.fullName}`),
    ...(tests.length === 0 ? ['none found'] : []),
  ];
  const failedTests = tests.filter(isFailure).map(namedWithReason);
  if (exitCode !== 0 && failures.length + failedTests.length === 0)
    failures.push(`Vitest ended with code ${exitCode}`);
  return {
    passed: tests.filter(isPass).length,
    failures: failures.map((failure) => `${project} tests: ${failure}`),
    failedTests: failedTests.map((name) => `${project} tests: ${name}`),
    skipped: tests.filter((test) => isAbsent(test) || isForeign(test)).length,
    notCompared: tests.filter(isForeign).map(({ fullName }) => whyNotCompared(fullName) ?? ''),
    absentSuites: report.testResults.filter((file) => file.assertionResults.some(isAbsent)).map(suiteOf),
  };
}

type Test = Report['testResults'][number]['assertionResults'][number];

const isPass = ({ status }: Test) => status === 'passed';
const isFailure = ({ status }: Test) => status === 'failed';
const isAbsent = (test: Test) => !isPass(test) && !isFailure(test) && test.fullName.includes(vectorsAbsent);
const isForeign = (test: Test) =>
  !isPass(test) && !isFailure(test) && whyNotCompared(test.fullName) !== undefined;
const isLeftOut = (test: Test) => !isPass(test) && !isFailure(test) && !isAbsent(test) && !isForeign(test);

function namedWithReason({ fullName, failureMessages = [] }: Test): string {
  const reason = failureMessages[0]?.split('\n', 1)[0];
  return reason === undefined ? fullName : `${fullName}: ${reason}`;
}

/** "…/test/core/token/find.test.ts" -> "core/token/find" */
function suiteOf({ name }: Report['testResults'][number]): string {
  return name.replace(/^.*\/test\//, '').replace(/\.test\.tsx?$/, '');
}

/** The last lines of `npm test`, the very last one being the counts. */
export function totalLines(tallies: readonly Tally[]): { lines: string[]; failed: number } {
  const sum = (count: (tally: Tally) => number) => tallies.reduce((total, tally) => total + count(tally), 0);
  const failures = tallies.flatMap((tally) => [...tally.failures, ...tally.failedTests]);
  const suites = [...new Set(tallies.flatMap((tally) => tally.absentSuites))];
  const skipped = sum((tally) => tally.skipped);
  const foreign = [...new Set(tallies.flatMap((tally) => tally.notCompared))];
  const counts = `${sum((tally) => tally.passed)} passed, ${failures.length} failed`;
  return {
    failed: failures.length,
    lines: [
      ...failures.map((failure) => `failed: ${failure}`),
      ...(suites.length > 0 ? [`${vectorsAbsent}: ${suites.join(', ')}`] : []),
      ...foreign.map((why) => `not compared: ${why}`),
      skipped > 0 ? `${counts}, ${skipped} skipped` : counts,
    ],
  };
}
