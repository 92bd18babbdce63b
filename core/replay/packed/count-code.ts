/**
 * Counts what a frame shows in one pass over the leads, made to measure for what is asked: levels by outcome, lead times,
 * months, weeks, how high the main level's peaks are, and who is gained or lost against the baseline.
 *
 * A lead reaches a level where its peak is what the level needs of it (`signature-needs.ts`); only then are its records
 * looked through for the first that is high enough.
 */
import { HOUR_MS } from '../../history/history.ts';
import { OUTCOMES } from '../replay-result.ts';
import { type CountLocals, countLocals, F64_LOCALS, I32_LOCALS, PARAMETERS } from './count-locals.ts';
import { TASK } from './count-memory.ts';
import { GRID_CELLS } from './edge-grid.ts';
import { MONTH_BITS, SPLIT, WEEK_MS } from './hour-calendar.ts';
import {
  FIRST_LEVEL_NEED,
  NOT_MEASURED,
  PEAK_NEED,
  RECORD_BYTES,
  SIGNATURE_BITS,
  SIGNATURE_MASK,
  WON_BIT,
} from './kernel-memory.ts';
import { type CountLayout, LEVEL_AMOUNT, LEVEL_COUNTS, LEVEL_LEAD_TIMES, LEVEL_WON } from './level-counts.ts';
import { instantUnitMs, type PackedAddresses } from './packed-store.ts';
import * as w from './wasm-code.ts';
import { wasmModule } from './wasm-module.ts';

/** What of a question the code is made for; figures that levers move are read from memory. */
export interface CountShape {
  readonly addresses: PackedAddresses;
  readonly layout: CountLayout;
  readonly instantBytes: number;
  /** Of the rule set, and those that these records are read for. */
  readonly levelCount: number;
  readonly levels: readonly number[];
  /** A frame's charts speak of one level. */
  readonly mainLevel: number;
  /** Places for lead times a level. */
  readonly converted: number;
  /** Whether whom the main level holds is compared with the baseline (`held`), and whether it is written (`reached`). */
  readonly compares: boolean;
  readonly marks: boolean;
}

/** Exported as `count(firstPair, endPair, firstRecordOfEven, firstRecordOfOdd, counts)`: pairs of leads, byte addresses. */
export function countModule(shape: CountShape): Uint8Array {
  return wasmModule({
    name: 'count',
    parameters: PARAMETERS.length,
    i32Locals: I32_LOCALS.length,
    f64Locals: F64_LOCALS.length,
    v128Locals: 0,
    body: countBody(shape, countLocals),
  });
}

function countBody(shape: CountShape, locals: CountLocals): w.Code {
  const { get, set } = locals;
  const { task } = shape.addresses;
  const figure = (name: keyof typeof TASK): w.Code => w.f64Load(w.i32Const(task), 8 * TASK[name]);
  return [
    ...set('totalMin', figure('totalMin')),
    ...set('totalMax', figure('totalMax')),
    ...set('gridLow', figure('gridLow')),
    ...set('cellsPerPoint', figure('cellsPerPoint')),
    ...set('asOfMs', figure('asOfMs')),
    ...set('firstHour', w.i32FromF64(figure('firstHour'))),
    ...set('hours', w.i32FromF64(figure('hours'))),
    ...set('firstPair', get('pair')),
    ...w.loopWhile(w.i32LessThan(get('pair'), get('endPair')), [
      ...onePlace(shape, locals, 'evenRecord', 0),
      ...onePlace(shape, locals, 'oddRecord', 1),
      ...set('pair', w.i32Add(get('pair'), w.i32Const(1))),
    ]),
  ];
}

function onePlace(shape: CountShape, locals: CountLocals, from: 'evenRecord' | 'oddRecord', half: 0 | 1): w.Code {
  const { get, set } = locals;
  const { addresses, levels, mainLevel, levelCount } = shape;
  const rowBytes = 8 * (FIRST_LEVEL_NEED + levelCount);
  const hasMain = levels.includes(mainLevel);
  const of32 = (address: number): w.Code => w.i32Load(w.i32ShiftLeft(get('pair'), 3), address + 4 * half);
  const peak = w.f64Load(w.i32ShiftLeft(get('pair'), 4), addresses.peaks + 8 * half);
  const signature = w.i32And(get('info'), w.i32Const(SIGNATURE_MASK));
  return [
    ...set('info', of32(addresses.leadInfo)),
    ...set('outcome', w.i32And(w.i32ShiftRight(get('info'), SIGNATURE_BITS), w.i32Const(NOT_MEASURED))),
    ...w.when(w.i32NotEqual(get('outcome'), w.i32Const(NOT_MEASURED)), [
      ...set('place', w.i32Add(w.i32ShiftLeft(get('pair'), 1), w.i32Const(half))),
      ...set('outcome', w.i32ShiftLeft(get('outcome'), 3)),
      ...set('peak', peak),
      ...set('row', w.i32Multiply(signature, w.i32Const(rowBytes))),
      ...set('holds', w.i32Const(0)),
      ...(hasMain ? countPeak(shape, locals) : []),
      ...levels.flatMap((level) => {
        const need = w.f64Load(get('row'), addresses.needs + 8 * (FIRST_LEVEL_NEED + level));
        return [
          ...set('need', need),
          ...w.when(
            w.f64AtLeast(get('peak'), get('need')),
            countReached(shape, locals, level, startOf(shape, locals, from, half), half === 1),
          ),
        ];
      }),
      ...(hasMain ? countHeld(shape, locals) : []),
    ]),
  ];
}

/** Address of the place's first record: where those of the pair before end, or the chunk's begin. */
const startOf = (
  { addresses }: CountShape,
  { get }: CountLocals,
  chunkStart: 'evenRecord' | 'oddRecord',
  half: 0 | 1,
): w.Code =>
  w.select(
    get(chunkStart),
    w.i32Load(w.i32ShiftLeft(get('pair'), 3), addresses.recordEnds - 8 + 4 * half),
    w.i32Equal(get('pair'), get('firstPair')),
  );

/** Adds to the number at an index of the row of counts; `at`: bytes beyond it. */
function add({ get }: CountLocals, index: number, at: w.Code, amount: w.Code): w.Code {
  const address = w.i32Add(get('counts'), at);
  return w.f64Store(address, w.f64Add(w.f64Load(address, 8 * index), amount), 8 * index);
}

const ONE = w.f64Const(1);
const KIND_BYTES = 8 * OUTCOMES.length;

/** How many edges the total at its highest has reached. */
function countPeak({ addresses, layout }: CountShape, locals: CountLocals): w.Code {
  const { get, set } = locals;
  const isCounted = w.f64AtLeast(get('peak'), w.f64Load(get('row'), addresses.needs + 8 * PEAK_NEED));
  const cell = w.i32FromF64(w.f64Multiply(w.f64Subtract(get('total'), get('gridLow')), get('cellsPerPoint')));
  const last = w.i32Const(GRID_CELLS - 1);
  const nextEdge = w.f64Load(w.i32ShiftLeft(get('cell'), 3), addresses.edges);
  return w.when(isCounted, [
    ...set('total', w.f64Add(w.f64Load(get('row'), addresses.needs), get('peak'))),
    ...set('total', w.select(get('totalMax'), get('total'), w.f64Greater(get('total'), get('totalMax')))),
    ...set('total', w.select(get('totalMin'), get('total'), w.f64LessThan(get('total'), get('totalMin')))),
    ...set('cell', cell),
    ...set('cell', w.select(w.i32Const(0), get('cell'), w.i32LessThanSigned(get('cell'), w.i32Const(0)))),
    ...set('cell', w.select(last, get('cell'), w.i32LessThan(last, get('cell')))),
    // From here on it is the number of edges reached; after the last stands Infinity.
    ...set('cell', w.i32Load(w.i32ShiftLeft(get('cell'), 2), addresses.grid)),
    ...w.loopWhile(w.f64AtMost(nextEdge, get('total')), set('cell', w.i32Add(get('cell'), w.i32Const(1)))),
    ...add(locals, layout.peaks, w.i32Add(w.i32Multiply(get('cell'), w.i32Const(KIND_BYTES)), get('outcome')), ONE),
  ]);
}

function countReached(shape: CountShape, locals: CountLocals, level: number, start: w.Code, isOdd: boolean): w.Code {
  const { get, set } = locals;
  const { addresses, layout, mainLevel, converted } = shape;
  const first = layout.levels + level * LEVEL_COUNTS;
  const here = w.i32Const(0);
  const leadTimes = w.i32FromF64(w.f64Load(get('counts'), 8 * (first + LEVEL_LEAD_TIMES)));
  const of64 = (address: number): w.Code => w.f64Load(w.i32ShiftLeft(get('place'), 3), address);
  const isMain = level === mainLevel;
  const isConverted = w.i32Equal(get('outcome'), w.i32Const(8 * OUTCOMES.indexOf('converted')));
  return [
    ...set('record', start),
    ...w.loopWhile(
      w.f64LessThan(w.f64Load(get('record')), get('need')),
      set('record', w.i32Add(get('record'), w.i32Const(RECORD_BYTES))),
    ),
    ...add(locals, first, get('outcome'), ONE),
    ...w.when(w.i32And(get('info'), w.i32Const(WON_BIT)), [
      ...add(locals, first + LEVEL_WON, here, ONE),
      ...add(locals, first + LEVEL_AMOUNT, here, of64(addresses.wonAmount)),
    ]),
    ...(isMain ? [...set('holds', w.i32Const(1)), ...findHour(shape, locals)] : []),
    ...w.when(isMain ? w.i32Or(isConverted, w.i32Equal(get('hour'), w.i32Const(SPLIT))) : isConverted, [
      ...findInstant(shape, locals, isOdd),
      ...w.when(isConverted, [
        ...set('leadTimeMs', w.f64Subtract(of64(addresses.sqlAtMs), get('atMs'))),
        ...w.f64Store(
          w.i32Add(get('counts'), w.i32ShiftLeft(leadTimes, 3)),
          w.select(get('leadTimeMs'), w.f64Const(0), w.f64Greater(get('leadTimeMs'), w.f64Const(0))),
          8 * (layout.leadTimes + level * converted),
        ),
        ...add(locals, first + LEVEL_LEAD_TIMES, here, ONE),
      ]),
      ...(isMain ? w.when(w.i32Equal(get('hour'), w.i32Const(SPLIT)), askInstant(shape, locals)) : []),
    ]),
    ...(isMain ? countInTime(shape, locals) : []),
  ];
}

/** What the calendar says of the record's hour. */
function findHour({ addresses }: CountShape, { get, set }: CountLocals): w.Code {
  return [
    ...set('hour', w.i32Subtract(w.i32Load(get('record'), 8), get('firstHour'))),
    ...set(
      'hour',
      // An hour before the first is a very large number here.
      w.select(
        w.i32Load(
          w.i32ShiftLeft(w.select(get('hour'), w.i32Const(0), w.i32LessThan(get('hour'), get('hours'))), 2),
          addresses.calendar,
        ),
        w.i32Const(SPLIT),
        w.i32LessThan(get('hour'), get('hours')),
      ),
    ),
  ];
}

/** The exact instant of the record. */
function findInstant({ addresses, instantBytes }: CountShape, { get, set }: CountLocals, isOdd: boolean): w.Code {
  const entry = w.i32ShiftLeft(w.i32Load(get('record'), 12), 1);
  const pairStart = w.i32Load(w.i32ShiftLeft(get('pair'), 2), addresses.pairStarts);
  const load = instantBytes === 2 ? w.i32LoadShort : w.i32Load;
  const bytes = w.i32ShiftLeft(w.i32Add(pairStart, entry), Math.log2(instantBytes));
  const withinHour = w.f64FromI32(load(bytes, addresses.withinHour + (isOdd ? instantBytes : 0)));
  const withinHourMs = w.f64Multiply(withinHour, w.f64Const(instantUnitMs({ instantBytes })));
  return set(
    'atMs',
    w.f64Add(w.f64Multiply(w.f64FromI32(w.i32Load(get('record'), 8)), w.f64Const(HOUR_MS)), withinHourMs),
  );
}

/** Month and week by the instant; after the last month's start stands Infinity. */
function askInstant({ addresses }: CountShape, { get, set }: CountLocals): w.Code {
  const nextStart = w.f64Load(w.i32ShiftLeft(get('cell'), 3), addresses.monthStarts);
  const week = w.f64Floor(w.f64Divide(w.f64Subtract(get('asOfMs'), get('atMs')), w.f64Const(WEEK_MS)));
  return [
    ...set('cell', w.i32Const(0)),
    ...w.loopWhile(w.f64AtMost(nextStart, get('atMs')), set('cell', w.i32Add(get('cell'), w.i32Const(1)))),
    ...set('hour', w.i32Or(w.i32ShiftLeft(w.i32FromF64(week), MONTH_BITS), get('cell'))),
  ];
}

function countInTime({ layout }: CountShape, locals: CountLocals): w.Code {
  const { get } = locals;
  const month = w.i32And(get('hour'), w.i32Const(2 ** MONTH_BITS - 1));
  const week = w.i32ShiftRight(get('hour'), MONTH_BITS);
  return [
    ...w.when(
      month,
      // Month 1 is the first.
      add(
        locals,
        layout.months - OUTCOMES.length,
        w.i32Add(w.i32Multiply(month, w.i32Const(KIND_BYTES)), get('outcome')),
        ONE,
      ),
    ),
    ...add(locals, layout.weeks, w.i32ShiftLeft(week, 3), ONE),
  ];
}

/** Whom the main level holds, against the baseline. */
function countHeld({ addresses, layout, compares, marks }: CountShape, locals: CountLocals): w.Code {
  const { get, set } = locals;
  const had = w.i32ShiftLeft(w.i32LoadByte(get('place'), addresses.held), 1);
  return [
    ...(marks ? w.i32StoreByte(get('place'), get('holds'), addresses.reached) : []),
    ...(compares
      ? [
          ...set('cell', w.i32Or(get('holds'), had)),
          ...w.when(
            get('cell'),
            // The leads that neither holds are no set.
            add(
              locals,
              layout.swap - OUTCOMES.length,
              w.i32Add(w.i32Multiply(get('cell'), w.i32Const(KIND_BYTES)), get('outcome')),
              ONE,
            ),
          ),
        ]
      : []),
  ];
}
