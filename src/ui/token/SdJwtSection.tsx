import { partOf, type Token } from '../../core/token/token';
import { Term } from '../explain/Term';
import { useLanguage } from '../model/model';
import { Disclosures } from './Disclosures';
import { PartContent } from './PartContent';
import { useShown } from './shown';
import { TextContent } from './TextContent';
import { useSdJwt } from './useSdJwt';

/** What an SD-JWT discloses, and what its recipient sees in the end (RFC 9901). */
export function SdJwtSection() {
  const { token } = useShown();
  const { say, count } = useLanguage();
  const sdJwt = useSdJwt(token);
  if (!sdJwt) return null;
  const { disclosures, withheld, processed: text, binding } = sdJwt;
  const payload = partOf(token, 'payload');
  return (
    <section class="sd-jwt" aria-label={say('sd_title')}>
      <h3>
        <Term asked={{ term: 'sd_jwt' }}>{say('sd_title')}</Term>
      </h3>
      <Disclosures disclosures={disclosures} />
      <p class="soft">{count('sd_withheld', withheld)}</p>
      {text !== undefined && payload?.text !== undefined && (
        <div class="sides">
          <Side title={say('sd_raw')} text={payload.text} />
          <Side title={say('sd_processed')} text={text} />
        </div>
      )}
      {binding && <Binding token={binding} />}
    </section>
  );
}

function Side({ title, text }: { title: string; text: string }) {
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <TextContent text={text} />
    </section>
  );
}

/** The JWT by which the presenter shows that the key is theirs (RFC 9901 section 4.3). */
function Binding({ token }: { token: Token }) {
  const { say } = useLanguage();
  const title = say('sd_binding');
  const parts = token.parts.filter(({ name }) => name === 'header' || name === 'payload');
  return (
    <section class="part" aria-label={title}>
      <h3>
        <Term asked={{ term: 'key_binding' }}>{title}</Term>
      </h3>
      {parts.map((part) => (
        <PartContent key={part.name} part={part} title={title} />
      ))}
    </section>
  );
}
