import { useLanguage } from '../model/model';

interface Props {
  zoom(factor: number): void;
  fit(): void;
  saveAs(kind: 'svg' | 'png'): void;
}

const ZOOM = 1.6;

/** Buttons for what the wheel and the keys do as well, and the picture as a file. */
export function TimelineTools({ zoom, fit, saveAs }: Props) {
  const { say } = useLanguage();
  return (
    <div class="tl-tools">
      <button type="button" class="tool" onClick={() => zoom(1 / ZOOM)} aria-label={say('timeline_zoom_out')}>
        −
      </button>
      <button type="button" class="tool" onClick={() => zoom(ZOOM)} aria-label={say('timeline_zoom_in')}>
        +
      </button>
      <button type="button" class="tool" onClick={fit}>
        {say('timeline_fit')}
      </button>
      <button
        type="button"
        class="tool"
        onClick={() => saveAs('svg')}
        aria-label={say('timeline_save', ['SVG'])}
      >
        SVG
      </button>
      <button
        type="button"
        class="tool"
        onClick={() => saveAs('png')}
        aria-label={say('timeline_save', ['PNG'])}
      >
        PNG
      </button>
    </div>
  );
}
