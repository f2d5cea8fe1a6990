/** The product's mark; its words stand beside it. The same drawing as icons/claimscope.svg. */
export function Emblem() {
  return (
    <svg class="emblem" viewBox="0 0 32 32" aria-hidden="true">
      <rect x="1" y="1" width="30" height="30" rx="8" />
      <circle cx="14" cy="14" r="7.5" />
      <path d="M19.7 19.7 25.5 25.5" />
      <path class="parts" d="M11 14h0M14 14h0M17 14h0" />
    </svg>
  );
}
