import type { ComponentChildren } from 'preact';
import { KeyBox } from '../input/KeyBox';
import { Later } from '../Later';
import { FaultList } from './FaultList';
import { Layers } from './Layers';
import { LookalikeView } from './LookalikeView';
import { Mended } from './Mended';
import { ShownContext } from './shown';
import { TokenContents } from './TokenContents';
import { TokenTitle } from './TokenTitle';
import { useShownToken } from './useShownToken';
import { Verdict } from './Verdict';

const loadComparisons = async () => (await import('./Comparisons')).Comparisons;

/** The token that is shown: the answer first, then what it is made of and where it was seen. Without one, `empty`. */
export function TokenView({ empty }: { empty: ComponentChildren }) {
  const shown = useShownToken();
  const lookalike = shown?.reading.lookalike;
  const isToken = shown && !lookalike;
  return (
    <ShownContext.Provider value={shown}>
      <div class="view">
        {lookalike && <LookalikeView key={shown.text} text={shown.text} lookalike={lookalike} />}
        {isToken && (
          <>
            <TokenTitle />
            <Layers />
            <FaultList />
            <Mended />
            <Verdict />
          </>
        )}
        <KeyBox />
        {isToken && <TokenContents />}
        {isToken && <Later load={loadComparisons} props={{}} />}
        {!shown && empty}
      </div>
    </ShownContext.Provider>
  );
}
