import '../css/compare.css';
import { useMemo } from 'preact/hooks';
import { compareTokens } from '../../core/compare/compareTokens';
import { withContent } from '../../core/compare/content';
import { readToken } from '../../core/token/read';
import { CloseDetail } from '../detail/CloseDetail';
import { useModel } from '../model/model';
import { Settling } from '../Settling';
import { CopyButton } from '../token/CopyButton';
import { useAnswer } from '../useAnswer';
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

const loadReader = () => import('../../core/compare/readContent');

function Compared({ before, after }: { before: string; after: string }) {
  const { language } = useModel();
  const { tokens, comparison, hows, isKnown } = useCompared(before, after);
  const outline = useOutline(tokens.before, tokens.after, comparison);
  return (
    <>
      <Outline facts={outline} />
      {!isKnown && <Settling />}
      {hows.map((how) => (
        <p class="soft" key={how}>
          {language.code('cmp_content', how)}
        </p>
      ))}
      <PartSides part="header" comparison={comparison.header} {...tokens} />
      <PartSides part="payload" comparison={comparison.payload} {...tokens} />
      <CopyButton text={comparisonText(outline, comparison, language)} label="cmp_copy" />
    </>
  );
}

/** Both tokens with what they say to their recipients, once that is known, and how it came about. */
function useCompared(before: string, after: string) {
  const keys = useModel().keys.all.value;
  const texts = [before, after];
  const contents = useAnswer(async () => {
    const { contentOf } = await loadReader();
    return Promise.all(texts.map((text) => contentOf(readToken(text), keys)));
  }, [before, after, keys]);
  // Remembered, because the time that is left makes this run every second.
  return useMemo(() => {
    const [one, other] = contents ?? [];
    const tokens = {
      before: withContent(readToken(before), one),
      after: withContent(readToken(after), other),
    };
    const hows = new Set([one, other].flatMap((content) => (content ? [content.how] : [])));
    const comparison = compareTokens(tokens.before, tokens.after);
    return { tokens, comparison, hows: [...hows], isKnown: contents !== undefined };
  }, [before, after, contents]);
}
