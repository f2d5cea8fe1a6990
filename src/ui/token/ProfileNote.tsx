import { profileOf } from '../../core/token/profiles';
import { partOf } from '../../core/token/token';
import { Icon } from '../Icon';
import { useLanguage } from '../model/model';
import { FaultItem, faultKey } from './FaultItem';
import { useShown } from './shown';

/** Which kind of token a specification would call it, and what that specification has against it. */
export function ProfileNote() {
  const { token } = useShown();
  const language = useLanguage();
  const profile = token.valid ? profileOf(token) : undefined;
  if (!profile) return null;
  const readable = partOf(token, 'payload')?.json?.type === 'object';
  const faults = readable ? profile.faults : [];
  return (
    <section class="profile" aria-label={language.say('profile_title')}>
      <p>
        <Icon name="info" /> {language.code('profile', profile.id)}{' '}
        <span class="soft">{language.code('profiled_by', profile.by, [profile.source])}</span>
      </p>
      {faults.length > 0 && (
        <ul class="warn">
          {faults.map((fault) => (
            <FaultItem key={faultKey(fault)} fault={fault} />
          ))}
        </ul>
      )}
    </section>
  );
}
