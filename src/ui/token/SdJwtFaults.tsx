import { useLanguage } from '../model/model';
import { Settling } from '../Settling';
import { FaultBox } from './FaultBox';
import { useShown } from './shown';
import { useSdJwt } from './useSdJwt';

/** Why a recipient must refuse an SD-JWT. */
export function SdJwtFaults() {
  const { say } = useLanguage();
  const sdJwt = useSdJwt(useShown().token);
  if (!sdJwt) return <Settling />;
  if (sdJwt.faults.length === 0) return null;
  return <FaultBox heading={say('sd_refuse')} tone="bad" icon="warning" faults={sdJwt.faults} />;
}
