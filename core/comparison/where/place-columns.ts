import type { Column, History } from '../../history/history.ts';
import { namingColumns, plainHeading } from '../../history/naming.ts';

/** The attributes that say where a lead comes from; undefined where no heading is one of the usual. */
export interface PlaceColumns {
  /** Through what it came: trade fair, paid search. */
  readonly source: Column | undefined;
  /** From where on the map. */
  readonly region: Column | undefined;
}

export const placeColumns = (history: History): PlaceColumns => ({
  source: namingColumns(history).source,
  region: REGION.map((heading) =>
    history.leads.attributes.find((column) => plainHeading(column.name) === heading),
  ).find((column) => column !== undefined),
});

/** Widest first: a country is held to be known of more leads than a town. */
const REGION = [
  'country',
  'countrycode',
  'countryname',
  'region',
  'regionname',
  'market',
  'territory',
  'state',
  'stateprovince',
  'province',
  'county',
  'city',
  'town',
];
