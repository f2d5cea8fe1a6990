import type { LookalikeIn } from '../../core/token/reading';
import { useModel } from '../model/model';
import { CopyButton } from './CopyButton';
import { Inflated } from './Inflated';
import { Moment } from './Moment';
import { TextContent } from './TextContent';

/** A text that is no token: what it is instead, when it was made, and what of it can be read without a key. */
export function LookalikeView({ lookalike }: { lookalike: LookalikeIn }) {
  const { text, kind, madeSeconds, content, compressed } = lookalike;
  const { selection, language } = useModel();
  const opaque = selection.row.value?.capture.opaque;
  const title = opaque ? language.code('opaque', opaque) : language.say('lookalike_title');
  return (
    <section class="lookalike" aria-label={title}>
      <header class="title">
        <h2>{title}</h2>
        <CopyButton text={text} label="copy_lookalike" />
      </header>
      <p>{language.code('lookalike', kind)}</p>
      {madeSeconds !== undefined && (
        <p>
          {language.say('lookalike_made')} <Moment seconds={madeSeconds} />
        </p>
      )}
      {(content !== undefined || compressed) && <h3>{language.say('lookalike_content')}</h3>}
      {content !== undefined && <TextContent text={content} />}
      {compressed && <Inflated bytes={compressed} format="deflate" />}
    </section>
  );
}
