import { partOf } from '../../core/token/token';
import { Later } from '../Later';
import { PartSection } from './PartSection';
import { RawToken } from './RawToken';
import { Requests } from './Requests';
import { useShown } from './shown';

const loadJwtDecode = async () => (await import('./JwtDecode')).JwtDecode;

/** What the token is made of, and where it was seen. */
export function TokenContents() {
  const { token, text } = useShown();
  const encrypted = token.form === 'jwe-compact' || token.form === 'jwe-json';
  return (
    <>
      <RawToken token={token} key={token.text} />
      <div class="parts">
        <PartSection name="header" part={partOf(token, 'header')} absent="region_header_absent" />
        <PartSection
          name="payload"
          part={partOf(token, 'payload')}
          absent={encrypted ? 'region_payload_encrypted' : 'region_payload_absent'}
        />
      </div>
      {!encrypted && <Later load={loadJwtDecode} props={{}} />}
      <Requests text={text} />
    </>
  );
}
