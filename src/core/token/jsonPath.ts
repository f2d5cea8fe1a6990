/** The step of a JSONPath to a member (RFC 9535 section 2.5.1): .sub, or ["a b"] where the name is not so plain. */
export const stepToMember = (name: string): string =>
  /^[A-Za-z_]\w*$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;

/** The step to an item of an array: [0]. */
export const stepToItem = (index: number): string => `[${index}]`;
