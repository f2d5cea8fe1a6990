import { partOf } from '../../core/token/token';
import { Later } from '../Later';
import { MoreParts } from './MoreParts';
import { PartSection } from './PartSection';
import { PayloadNotes } from './PayloadNotes';
import { ProfileNote } from './ProfileNote';
import { absenceOf, hasDisclosures, isEncrypted, payloadOf } from './payload';
import { RawToken } from './RawToken';
import { Requests } from './Requests';
import { useShown } from './shown';

const loadSdJwtSection = async () => (await import('./SdJwtSection')).SdJwtSection;
const loadStory = async () => (await import('../refusal/Story')).Story;
const loadExposure = async () => (await import('../exposure/Exposure')).Exposure;
const loadJwtDecode = async () => (await import('./JwtDecode')).JwtDecode;

/** What the token is made of, and where it was seen. */
export function TokenContents() {
  const { token, text } = useShown();
  return (
    <>
      <ProfileNote />
      <RawToken token={token} key={token.text} />
      <div class="parts">
        <PartSection name="header" part={partOf(token, 'header')} absent="region_header_absent" />
        <PartSection name="payload" part={payloadOf(token)} absent={absenceOf(token)}>
          <PayloadNotes />
        </PartSection>
      </div>
      {hasDisclosures(token) && (
        <Later load={loadSdJwtSection} props={{}} key={`disclosures ${token.text}`} />
      )}
      <MoreParts key={`parts ${token.text}`} />
      {!isEncrypted(token) && <Later load={loadJwtDecode} props={{}} />}
      <Requests text={text} />
      <Later load={loadExposure} props={{ text }} />
      <Later load={loadStory} props={{ text }} />
    </>
  );
}
