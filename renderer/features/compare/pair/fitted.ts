/** About the width of a character of 12 px. */
const CHARACTER = 6.8;

/** A text for an SVG, cut with an ellipsis where it does not fit; the whole of it must stand elsewhere. */
export const fitted = (text: string, width: number): string => {
  const most = Math.max(2, Math.floor(width / CHARACTER));
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
};
