/** Where the columns of the table of scenarios stand, in pixels: figures by their right edges. */
export interface PlotColumns {
  readonly name: number;
  readonly plotFrom: number;
  readonly plotTo: number;
  readonly conversion: number;
  readonly known: number;
  readonly unknown: number;
  readonly weekly: number;
  readonly caught: number;
  readonly difference: number;
}

const NAME = 40;
const EDGE = 8;

export function columnsOf(width: number): PlotColumns {
  const isWide = width >= 1500;
  const names = isWide ? 320 : 200;
  const spare = isWide ? 32 : 0;
  const difference = width - EDGE;
  const caught = difference - 148 - spare;
  const weekly = caught - 86 - spare;
  const unknown = weekly - 92 - spare;
  const known = unknown - 66 - spare;
  const conversion = known - 66 - spare;
  return {
    name: NAME,
    plotFrom: names,
    plotTo: conversion - (isWide ? 150 : 116),
    conversion,
    known,
    unknown,
    weekly,
    caught,
    difference,
  };
}
