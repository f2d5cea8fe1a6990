import type { CertificateFacts } from '../../core/key/key';
import { certificateAt } from '../../core/key/validity';
import { useModel } from '../model/model';
import { Moment } from '../token/Moment';
import { Fact } from './Fact';

/** What a certificate says of its key, and where now stands in its validity. */
export function CertificateDetails({ facts }: { facts: CertificateFacts }) {
  const { surroundings, language } = useModel();
  const state = certificateAt(facts, surroundings.now.value / 1000);
  return (
    <>
      <Fact name="certificate_subject">{facts.subject}</Fact>
      <Fact name="certificate_issuer">{facts.issuer}</Fact>
      {state !== 'unknown' && (
        <>
          <Fact name="certificate_begins">
            <Moment seconds={facts.notBeforeSeconds} />
          </Fact>
          <Fact name="certificate_ends">
            <Moment seconds={facts.notAfterSeconds} />
          </Fact>
        </>
      )}
      <Fact name="certificate_validity">
        <span class={state === 'current' ? '' : 'warn'}>{language.code('certificate', state)}</span>
      </Fact>
    </>
  );
}
