import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { type Inflated as Content, inflate } from '../../core/token/inflate';
import { decodeUtf8 } from '../../core/token/utf8';
import { useLanguage } from '../model/model';
import { Settling } from '../Settling';
import { HexView } from './HexView';
import { TextContent } from './TextContent';

interface Props {
  bytes: Uint8Array<ArrayBuffer>;
  format: Parameters<typeof inflate>[1];
}

/** Of what swells to more, the beginning is shown. */
const MOST_BYTES = 1_000_000;

/** Compressed content, decompressed; says so where that is not all of it. */
export function Inflated({ bytes, format }: Props) {
  const language = useLanguage();
  const content = useSignal<Content | undefined>(undefined);
  useEffect(() => {
    let wanted = true;
    void inflate(bytes, format, MOST_BYTES).then((inflated) => {
      if (wanted) content.value = inflated;
    });
    return () => {
      wanted = false;
    };
  }, [bytes, format, content]);
  if (!content.value) return <Settling />;
  const { bytes: inflated, end } = content.value;
  const decoded = decodeUtf8(inflated);
  return (
    <>
      {end !== 'whole' && <p class="warn">{language.count('inflated_cut', inflated.length)}</p>}
      {'text' in decoded ? <TextContent text={decoded.text} /> : <HexView bytes={inflated} />}
    </>
  );
}
