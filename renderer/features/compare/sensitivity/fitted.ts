/** About the width of a character at 12 px. */
const CHARACTER = 6.4;

export const widthOf = (text: string): number => Math.ceil(text.length * CHARACTER);

/** As much of it as there is room for; the whole stands in the words of its row. */
export const fitted = (text: string, width: number): string => {
  const most = Math.floor(width / CHARACTER);
  return text.length <= most ? text : `${text.slice(0, Math.max(1, most - 1)).trimEnd()}…`;
};
