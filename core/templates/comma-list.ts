/** `director, head of sales` as a list; long lists of words stay readable so. */
export const commaList = (text: string): readonly string[] => text.split(/\s*,\s*/u).filter((word) => word !== '');
