/** The product's mark; its name stands beside it. The same drawing as icons/claimscope.svg. */
export function Emblem() {
  return (
    <svg class="emblem" viewBox="0 0 128 128" aria-hidden="true">
      <rect x="4" y="4" width="120" height="120" rx="30" fill="#2860dc" />
      <path d="M79 79 104 104" stroke="#fff" stroke-width="15" stroke-linecap="round" />
      <circle cx="56" cy="56" r="38" fill="#fff" />
      <circle cx="36" cy="56" r="8" fill="#86279f" />
      <circle cx="56" cy="56" r="8" fill="#1459b8" />
      <circle cx="76" cy="56" r="8" fill="#c65d07" />
    </svg>
  );
}
