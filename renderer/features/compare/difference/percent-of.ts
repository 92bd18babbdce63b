/** In percent or points with one decimal, for tables; null stays null. */
export const percentOf = (share: number | null | undefined): number | null =>
  share === null || share === undefined ? null : Math.round(share * 1000) / 10;
