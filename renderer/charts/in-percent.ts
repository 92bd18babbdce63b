/** A share in percent, or the difference of two in points, with one decimal: for tables. Null stays null. */
export const inPercent = (share: number | null | undefined): number | null =>
  share === null || share === undefined ? null : Math.round(share * 1000) / 10;
