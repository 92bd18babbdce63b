import { foldText } from '../../../core/text.ts';

/** Words of a heading, folded: `LeadID`, `lead_id` and `Lead Id` alike. */
export const headingWords = (heading: string): string =>
  foldText(heading.replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2').replace(/[^\p{L}\p{N}]+/gu, ' '));
