/** A number's text as sign, digits and exponent, so that equal numbers have equal keys whatever their size. */
export function numberKey(text: string): string {
  const [, sign = '', whole = '', fraction = '', power = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(text) ?? [];
  const digits = (whole + fraction).replace(/^0+/, '');
  const trimmed = digits.replace(/0+$/, '');
  if (trimmed === '') return '0';
  const exponent = BigInt(power) - BigInt(fraction.length) + BigInt(digits.length - trimmed.length);
  return `${sign}${trimmed}e${exponent}`;
}

/** Whether two JSON numbers mean the same, exactly: 1.0 is 1, and 9007199254740993 is not 9007199254740992. */
export function sameNumber(one: string, other: string): boolean {
  return one === other || numberKey(one) === numberKey(other);
}
