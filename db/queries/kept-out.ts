import type { ReadableWorkshop, WritableWorkshop } from '../workshop.ts';

/** Attributes that no rule should read, in the order of their names. */
export const listKeptOut = ({ database }: ReadableWorkshop): readonly string[] =>
  database
    .prepare<[], { attribute: string }>('SELECT attribute FROM kept_out_attribute ORDER BY attribute')
    .all()
    .map(({ attribute }) => attribute);

/** Keeps the attribute out of rules, or allows it again; either may be so already. */
export function setKeptOut({ database }: WritableWorkshop, attribute: string, isKeptOut: boolean): void {
  database
    .prepare(
      isKeptOut
        ? 'INSERT INTO kept_out_attribute (attribute) VALUES (?) ON CONFLICT DO NOTHING'
        : 'DELETE FROM kept_out_attribute WHERE attribute = ?',
    )
    .run(attribute);
}
