/** Once the rule is there a link stands in the button's place: the keyboard goes on from it. */
export const focusLinkIn = (place: Element | null): void => {
  requestAnimationFrame(() => place?.querySelector('a')?.focus());
};
