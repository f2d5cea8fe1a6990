import type { Part } from '../../core/token/token';
import { useLanguage } from '../model/model';
import { PartContent } from './PartContent';

/** What was encrypted, when it is no token: claims, another text, or bytes. */
export function DecryptedContent({ part }: { part: Part }) {
  const title = useLanguage().say('decryption_content');
  return (
    <>
      <h3>{title}</h3>
      <PartContent part={part} title={title} />
    </>
  );
}
