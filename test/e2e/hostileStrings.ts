import { vectors } from '../vectors';

/** Texts that break displays: markup, scripts, templates, directions, what is not seen, what is too long. */
const own: readonly string[] = [
  '<script>window.__struck=1</script>',
  '<img src=x onerror="window.__struck=1">',
  '"><svg/onload=window.__struck=1>',
  "javascript:window.__struck=1//'",
  'data:text/html,<script>window.__struck=1</script>',
  '<iframe srcdoc="<script>parent.__struck=1</script>"></iframe>',
  '<a href="https://a.example">click</a>',
  '<style>*{display:none}</style>',
  '$' + '{window.__struck=1}{{constructor.constructor("window.__struck=1")()}}',
  '&lt;b&gt;&#x3c;script&#x3e;',
  '\u202egnp.exe\u202c \u2066isolated\u2069 \u200e\u200f',
  'ad\u200bmin\u200c\u200d\ufeff\u00ad',
  '\u0000\u0007\u001b[31mred\u009b',
  `Z${'\u0336\u0321\u0489\u035b'.repeat(30)}algo`,
  '\u{e0041}\u{e0042} tags \u3164filler',
  'مرحبا بالعالم English עברית 123',
  '𝕿𝖍𝖊 🏳️‍🌈 👨‍👩‍👧‍👦 ﷽',
  `${'W'.repeat(1_500)}`,
  `${'a '.repeat(700)}`,
  '\u2028line\u2029paragraph\r\n\ttab',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  '%00%0a%22%3Cscript%3E',
  'C:\\..\\..\\CON',
  '',
];

const textsIn = (payload: unknown): string[] =>
  typeof payload === 'object' && payload !== null
    ? Object.entries(payload).flatMap(([name, value]) => [
        name,
        ...(typeof value === 'string' ? [value] : []),
      ])
    : [];

/** Our own, and those of the shared vectors where they are. */
export function hostileStrings(): readonly string[] {
  const suites = ['naughty-strings', 'hostile'].flatMap((suite) => vectors(suite) ?? []);
  const shown = suites.filter(({ op, tags = [] }) => op === 'display' || tags.includes('display'));
  const texts = shown.flatMap(({ expect }) => [...textsIn(expect.payload), ...textsIn(expect.header)]);
  return [...new Set([...own, ...texts])].filter((text) => text.length <= 5_000);
}
