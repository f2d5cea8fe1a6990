import type { Key } from '../../core/key/key';
import { algorithmsFor } from '../../core/verify/algorithms';
import { useLanguage } from '../model/model';
import { CopyButton } from '../token/CopyButton';
import { useAnswer } from '../useAnswer';
import { CertificateDetails } from './CertificateDetails';
import { Fact } from './Fact';
import { keyText } from './keyText';
import { publicHalvesOf } from './publicHalves';

/** One key: what it is, what it may serve, its fingerprint, and its public half to take along. */
export function KeyFacts({ keyShown: key }: { keyShown: Key }) {
  const language = useLanguage();
  const halves = useAnswer(() => publicHalvesOf(key), [key]);
  const algorithms = algorithmsFor(key);
  return (
    <>
      <dl>
        <Fact name="key_fact_type">{keyText(key, language)}</Fact>
        {key.label !== undefined && <Fact name="key_fact_label">{key.label}</Fact>}
        {key.kid !== undefined && <Fact name="key_fact_kid">{key.kid}</Fact>}
        <Fact name="key_fact_algorithms">
          {algorithms.length > 0 ? algorithms.join(', ') : language.say('key_fact_no_algorithms')}
        </Fact>
        {halves?.thumbprint !== undefined && (
          <Fact name="key_fact_thumbprint" term="thumbprint">
            <code>{halves.thumbprint}</code>
          </Fact>
        )}
        {key.certificate && <CertificateDetails facts={key.certificate} />}
      </dl>
      {halves?.jwk !== undefined && <CopyButton text={halves.jwk} label="key_copy_jwk" />}
      {halves?.pem !== undefined && <CopyButton text={halves.pem} label="key_copy_pem" />}
    </>
  );
}
