/** Of 1,000 bytes, at least one for a file that holds anything. */
export const kilobytes = (sizeBytes: number): number => Math.ceil(sizeBytes / 1_000);
