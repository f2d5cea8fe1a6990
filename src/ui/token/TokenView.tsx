import { useComputed } from '@preact/signals';
import { readToken } from '../../core/token/read';
import { EmptyState } from '../frame/EmptyState';
import { KeyBox } from '../input/KeyBox';
import { useModel } from '../model/model';
import { FaultList } from './FaultList';
import { readableTimes } from './readableTimes';
import { ShownContext } from './shown';
import { TokenContents } from './TokenContents';
import { TokenTitle } from './TokenTitle';
import { Verdict } from './Verdict';

/** The token that is shown: the answer first, then what it is made of, then where it was seen. */
export function TokenView() {
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
        {shown ? <TokenContents /> : <EmptyState />}
      </div>
    </ShownContext.Provider>
  );
}
