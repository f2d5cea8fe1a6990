import { useComputed } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { readToken } from '../../core/token/read';
import { KeyBox } from '../input/KeyBox';
import { useModel } from '../model/model';
import { FaultList } from './FaultList';
import { readableTimes } from './readableTimes';
import { ShownContext } from './shown';
import { TokenContents } from './TokenContents';
import { TokenTitle } from './TokenTitle';
import { Verdict } from './Verdict';

/** The token that is shown: the answer first, then what it is made of and where it was seen. Without one, `empty`. */
export function TokenView({ empty }: { empty: ComponentChildren }) {
  const { selection } = useModel();
  const shown = useComputed(() => {
    const text = selection.text.value;
    if (text === undefined) return undefined;
    const token = readToken(text);
    return { token, times: readableTimes(token) };
  }).value;
  return (
    <ShownContext.Provider value={shown}>
      <div class="view">
        {shown && (
          <>
            <TokenTitle />
            <FaultList />
            <Verdict />
          </>
        )}
        <KeyBox />
        {shown ? <TokenContents /> : empty}
      </div>
    </ShownContext.Provider>
  );
}
