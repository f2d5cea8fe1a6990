/* Runs Mozilla's addons-linter over dist/firefox and fails on anything it says, notices too. */
import { createRequire } from 'node:module';

const linter = createRequire(import.meta.url)('addons-linter');
const run = linter.createInstance({
  runAsBinary: false,
  config: {
    _: [process.argv[2] ?? 'dist/firefox'],
    output: 'none',
    logLevel: 'fatal',
    shouldScanFile: () => true,
  },
});
const { summary, errors, notices, warnings } = await run.run();
for (const { _type, code, message, file, line } of [...errors, ...warnings, ...notices])
  console.error(`${_type} ${code} ${file ?? ''}:${line ?? ''} ${message}`);
console.log(`${summary.errors} errors, ${summary.notices} notices, ${summary.warnings} warnings`);
process.exitCode = errors.length + notices.length + warnings.length === 0 ? 0 : 1;
