import { type IconName, pathOfIcon } from './icons';

/** A picture beside words; it never stands alone, so assistive technology skips it. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={pathOfIcon(name)} />
    </svg>
  );
}
