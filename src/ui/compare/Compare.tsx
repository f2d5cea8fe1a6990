import '../css/compare.css';
import { useMemo } from 'preact/hooks';
import { compareTokens } from '../../core/compare/compareTokens';
import { readToken } from '../../core/token/read';
import { CloseDetail } from '../detail/CloseDetail';
import { useModel } from '../model/model';
import { CopyButton } from '../token/CopyButton';
import { comparingOf } from './comparing';
import { comparisonText } from './comparisonText';
import { Outline } from './Outline';
import { PartSides } from './PartSides';
import { Pickers } from './Pickers';
import { useOutline } from './useOutline';

/** Two tokens beside each other: what they say differently, told from how they only look different. */
export function Compare() {
  const model = useModel();
  const { say } = model.language;
  const comparing = comparingOf(model);
  const [before, after] = [comparing.before.value, comparing.after.value];
  return (
    <div class="view comparison">
      <header class="title">
        <h2>{say('cmp_title')}</h2>
        <CloseDetail />
      </header>
      <Pickers comparing={comparing} />
      {before !== undefined && after !== undefined ? (
        <Compared before={before} after={after} key={`${before}\n${after}`} />
      ) : (
        <p class="empty soft">{say('cmp_none')}</p>
      )}
    </div>
  );
}

function Compared({ before, after }: { before: string; after: string }) {
  const { language } = useModel();
  // Remembered, because the time that is left makes this run every second.
  const { tokens, comparison } = useMemo(() => {
    const read = { before: readToken(before), after: readToken(after) };
    return { tokens: read, comparison: compareTokens(read.before, read.after) };
  }, [before, after]);
  const outline = useOutline(tokens.before, tokens.after, comparison);
  return (
    <>
      <Outline facts={outline} />
      <PartSides part="header" comparison={comparison.header} {...tokens} />
      <PartSides part="payload" comparison={comparison.payload} {...tokens} />
      <CopyButton text={comparisonText(outline, comparison, language)} label="cmp_copy" />
    </>
  );
}
