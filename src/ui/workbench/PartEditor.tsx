import type { Signal } from '@preact/signals';
import { useLanguage } from '../model/model';
import type { Bench } from './bench';
import { Fields } from './Fields';
import { JsonEditor } from './JsonEditor';
import { SpacingButton } from './SpacingButton';

/** How header and payload are edited. */
export type EditingAs = 'text' | 'fields';

interface Props {
  bench: Bench;
  part: 'header' | 'payload';
  as: Signal<EditingAs>;
}

/** The header or the payload, as text or as fields. */
export function PartEditor({ bench, part, as }: Props) {
  const { say } = useLanguage();
  const label = say(part === 'header' ? 'wb_header' : 'wb_payload');
  const text = bench.edit.value[part];
  const put = (next: string, kind?: string) => bench.change({ [part]: next }, kind);
  return (
    <section class={`part-editor is-${part}`} aria-label={label}>
      <header>
        <h3>{label}</h3>
        {as.value === 'text' && <SpacingButton text={text} onChange={put} />}
      </header>
      {as.value === 'text' ? (
        <JsonEditor label={label} text={text} onInput={(next) => put(next, `${part} text`)} />
      ) : (
        <Fields part={part} label={label} text={text} onChange={put} />
      )}
    </section>
  );
}
