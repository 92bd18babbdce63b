/** What an element needs so that a part of the page that scrolls can be reached and named by keyboard and screen reader. */
export const scrollRegion = (label: string) => ({ tabIndex: 0, role: 'region', 'aria-label': label }) as const;
