import '../moreIcons';
import type { ComponentChildren } from 'preact';
import { KeyBox } from '../input/KeyBox';
import { Later } from '../Later';
import { useModel } from '../model/model';
import { Settling } from '../Settling';
import { FaultList } from './FaultList';
import { Layers } from './Layers';
import { LongNotes } from './LongNotes';
import { LookalikeView } from './LookalikeView';
import { Mended } from './Mended';
import { useOpened } from './opened';
import { hasDisclosures, isEncrypted } from './payload';
import { Requests } from './Requests';
import { ShownContext } from './shown';
import { TokenContents } from './TokenContents';
import { TokenTitle } from './TokenTitle';
import { useShownToken } from './useShownToken';
import { Verdict } from './Verdict';

const loadDecryption = async () => (await import('./Decryption')).Decryption;
const loadSdJwtFaults = async () => (await import('./SdJwtFaults')).SdJwtFaults;
const loadFindings = async () => (await import('../findings/Findings')).Findings;
const loadWhyRefused = async () => (await import('../refusal/WhyRefused')).WhyRefused;
const loadCode = async () => (await import('../snippets/CodeSection')).CodeSection;
const loadTryIt = async () => (await import('../override/TryIt')).TryIt;
const loadComparisons = async () => (await import('./Comparisons')).Comparisons;

/** The token that is shown: the answer first, then what it is made of and where it was seen. Without one, `empty`. */
export function TokenView({ empty }: { empty: ComponentChildren }) {
  const { shown: given, busy, failed } = useShownToken();
  const { shown, inside } = useOpened(given);
  const { pasted, language } = useModel();
  const { say } = language;
  const lookalike = shown?.reading.lookalike;
  const isToken = shown && !lookalike;
  return (
    <ShownContext.Provider value={shown}>
      <div class="view">
        {pasted.sought.value && <Settling />}
        {lookalike && <LookalikeView key={lookalike.text} lookalike={lookalike} />}
        {lookalike && <Later load={loadWhyRefused} props={{ text: shown.text }} />}
        {lookalike && <Requests text={shown.text} />}
        {isToken && (
          <>
            <TokenTitle />
            <Layers />
            {given && isEncrypted(given.token) && (
              <Later load={loadDecryption} props={{ outer: given.token, inside }} holds />
            )}
            <LongNotes />
            <FaultList />
            {hasDisclosures(shown.token) && <Later load={loadSdJwtFaults} props={{}} holds />}
            <Mended />
            <Verdict />
            <Later load={loadWhyRefused} props={{ text: shown.text }} holds />
            <Later load={loadFindings} props={{}} holds />
          </>
        )}
        <KeyBox />
        {isToken && <TokenContents />}
        {isToken && <Later load={loadComparisons} props={{}} />}
        {isToken && <Later load={loadCode} props={{}} />}
        {isToken && <Later load={loadTryIt} props={{ text: shown.text }} />}
        {busy && <p role="status">{say('long_reading')}</p>}
        {failed && <p role="status">{say('long_failed')}</p>}
        {!shown && !busy && !failed && empty}
      </div>
    </ShownContext.Provider>
  );
}
