/** The working lists, the most urgent first, and all leads. */
export const LEADS_TABS = ['all', 'sales-urgent', 'sales', 'nurture', 'recycle'] as const;
export type LeadsTab = (typeof LEADS_TABS)[number];
