import { useContext } from 'preact/hooks';
import type { Seen } from '../../core/key/seen';
import { memberOf } from '../../core/token/json';
import { partOf } from '../../core/token/token';
import { Icon } from '../Icon';
import { useShownSignature } from '../input/SignatureReason';
import { useLanguage } from '../model/model';
import { ShownContext } from '../token/shown';

/** Where the shown token's issuer has its keys, as its discovery document said in the traffic. Nothing goes there. */
export function Discovered({ seen }: { seen: readonly Seen[] }) {
  const { say } = useLanguage();
  const verdict = useShownSignature();
  const token = useContext(ShownContext)?.token;
  const iss = memberOf(token && partOf(token, 'payload')?.json, 'iss');
  const told = seen.find(
    (each) => each.kind === 'discovery' && iss?.type === 'string' && each.issuer === iss.value,
  );
  if (told?.kind !== 'discovery' || verdict?.state === 'verified') return null;
  if (seen.some(({ kind, url }) => kind === 'keys' && url === told.jwksUri)) return null;
  return (
    <p class="remark soft">
      <Icon name="info" />
      <span>{say('seen_discovery', [told.jwksUri])}</span>
    </p>
  );
}
