interface Props {
  /** How many are not shown; with none there is no button. */
  hidden: number;
  /** What the button says. */
  text: string;
  onMore: () => void;
}

/** Shows more of a long list, where drawing all of it at once would hold the window up. */
export function MoreButton({ hidden, text, onMore }: Props) {
  if (hidden <= 0) return null;
  return (
    <button type="button" class="link" onClick={onMore}>
      {text}
    </button>
  );
}
