import type { Column, History } from '../history/history.ts';
import { namingColumns } from '../history/naming.ts';

/**
 * The attribute whose values the costs name. `by`: its name; null: the one that says where a lead came from. Undefined
 * where there is none: then no cost meets a lead.
 */
export const costColumn = (history: History, by: string | null): Column | undefined =>
  by === null ? namingColumns(history).source : history.leads.attributes.find(({ name }) => name === by);
