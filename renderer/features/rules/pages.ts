/** The pages that stand in the designer's place: `#rules/page:programmes`. */
import { hashOf } from '../../stores/route-store.ts';

const PAGES = ['programmes', 'suggest'] as const;
export type RulesPage = (typeof PAGES)[number];

/** Null: the designer itself. */
export const pageOf = (detail: string | null): RulesPage | null =>
  PAGES.find((page) => detail === detailOfPage(page)) ?? null;

export const openPage = (page: RulesPage): void => {
  window.location.hash = hashOf('rules', detailOfPage(page));
};

const detailOfPage = (page: RulesPage): string => `page:${page}`;
