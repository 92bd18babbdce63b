import type { AgreementDocument } from '../../../../api/core-types.ts';
import type { JudgedPromise, PromiseKind } from '../../../../api/promises.ts';
import type { MadePromise } from '../../../agreement-words/promise-text.ts';

/** A promise that is made, in the order of the document. */
export interface PromiseRow {
  readonly key: string;
  readonly kind: PromiseKind;
  readonly whose: 'marketing' | 'sales';
  /** Id of the level that it speaks of. */
  readonly level: string;
  readonly made: MadePromise;
}

export function promiseRows(document: AgreementDocument): readonly PromiseRow[] {
  const { marketing, sales, level } = document;
  const { volume, conversion, data, never } = marketing;
  const { followUp, capacity, attempts, feedback } = sales;
  const name = levelName(document, level);
  const row = (whose: 'marketing' | 'sales', made: MadePromise, of = level): PromiseRow => ({
    key: `${made.promise} ${of}`,
    kind: made.promise,
    whose,
    level: of,
    made,
  });
  return [
    ...(volume === null ? [] : [row('marketing', { promise: 'volume', made: volume, level: name })]),
    ...(conversion === null ? [] : [row('marketing', { promise: 'conversion', made: conversion, level: name })]),
    ...(data === null ? [] : [row('marketing', { promise: 'data', made: data, level: name })]),
    ...(never.length === 0 ? [] : [row('marketing', { promise: 'never', made: never, level: name })]),
    ...followUp.map((one) =>
      row('sales', { promise: 'followUp', made: one, level: levelName(document, one.level) }, one.level),
    ),
    ...(capacity === null ? [] : [row('sales', { promise: 'capacity', made: capacity, level: name })]),
    ...(attempts === null ? [] : [row('sales', { promise: 'attempts', made: attempts, level: name })]),
    ...(feedback === null ? [] : [row('sales', { promise: 'feedback', made: feedback, level: name })]),
  ];
}

export const levelName = ({ ruleSet }: AgreementDocument, id: string): string =>
  ruleSet.levels.find((level) => level.id === id)?.name ?? id;

export const judgedOf = (row: PromiseRow, judged: readonly JudgedPromise[]): JudgedPromise | undefined =>
  judged.find(({ figure, level }) => figure.kind === row.kind && (row.kind !== 'followUp' || level === row.level));

/** Where the faults of a promise are, as paths of the document. */
export function faultPath(row: PromiseRow, document: AgreementDocument): string {
  if (row.kind !== 'followUp') return `${row.whose}.${row.kind}`;
  return `sales.followUp[${document.sales.followUp.findIndex(({ level }) => level === row.level)}]`;
}
