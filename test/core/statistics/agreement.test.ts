import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gwetAc1, type UnitRatings } from '../../../core/statistics/gwet-ac1.ts';
import { cohenKappa, linearKappa, rawAgreement, type SquareTable } from '../../../core/statistics/kappa.ts';
import { krippendorffAlpha } from '../../../core/statistics/krippendorff.ts';
import { studentPoint95 } from '../../../core/statistics/student-t.ts';

const RESAMPLING = { seed: 7, resamples: 500 };

/** Both raters' answers, unit by unit. */
const unitsOf = (table: SquareTable): readonly UnitRatings[] =>
  table.flatMap((counts, row) =>
    counts.flatMap((count, column) => Array.from({ length: count }, () => [row, column] as const)),
  );

/** One text a rater, one sign a unit; missing: not a digit. */
const raters = (...lines: readonly string[]): readonly UnitRatings[] =>
  Array.from(lines[0] ?? '', (_, unit) =>
    lines.map((line) => (/\d/u.test(line[unit] ?? '') ? Number(line[unit]) : null)),
  );

const ABSTRACTORS = [
  [13, 0, 0],
  [0, 20, 4],
  [0, 7, 56],
];
const DIAGNOSIS = [
  [40, 4, 4, 17],
  [6, 25, 2, 13],
  [4, 1, 21, 12],
  [15, 5, 9, 45],
];
const CODERS = raters('*****34121133*3', '1*213343*******', '**21344*21133*4');
const FOUR_RATERS = raters('123321412---', '1233224125--', '-33323422513', '12332441251-');

describe("Cohen's κ", () => {
  it.each([
    [[20, 5], [10, 15], 0.4],
    [[45, 15], [25, 15], 0.1304],
    [[25, 35], [5, 35], 0.2593],
  ])('given %j and %j then it is %d', (first, second, kappa) => {
    expect(cohenKappa([first, second])?.value).toBeCloseTo(kappa, 4);
  });

  it('given the paired table of CAMIS then value, error and interval are as SAS has them', () => {
    const kappa = cohenKappa([
      [707, 256],
      [144, 212],
    ]);
    expect(kappa?.value).toBeCloseTo(0.2999, 4);
    expect(kappa?.standardError).toBeCloseTo(0.02733, 5);
    // SAS takes the normal distribution, of which t with 1,318 degrees falls short by less than 0.0001.
    expect(kappa?.interval?.[0]).toBeCloseTo(0.2464, 3);
    expect(kappa?.interval?.[1]).toBeCloseTo(0.3535, 3);
  });

  it('given the abstractors then value and interval are as irrCAC has them', () => {
    const kappa = cohenKappa(ABSTRACTORS);
    expect(kappa?.value).toBeCloseTo(0.796, 3);
    expect(kappa?.interval?.map((end) => end.toFixed(3))).toEqual(['0.680', '0.913']);
  });

  it('given the diagnoses then value and error are as irrCAC has them', () => {
    const kappa = cohenKappa(DIAGNOSIS);
    expect(kappa?.value).toBeCloseTo(0.432, 3);
    expect(kappa?.standardError).toBeCloseTo(0.046, 3);
  });

  it('given all the same answer, or no lead, then there is none', () => {
    expect(
      cohenKappa([
        [9, 0],
        [0, 0],
      ]),
    ).toBeNull();
    expect(
      cohenKappa([
        [0, 0],
        [0, 0],
      ]),
    ).toBeNull();
  });

  it('given agreement on every lead then it is 1, and nothing tells of its spread', () => {
    expect(
      cohenKappa([
        [4, 0],
        [0, 6],
      ]),
    ).toMatchObject({ value: 1, interval: null });
  });
});

describe('κ for categories in order', () => {
  it('given two categories then it is the plain one', () => {
    const table = [
      [20, 5],
      [10, 15],
    ];
    expect(linearKappa(table)?.value).toBeCloseTo(0.4, 10);
    expect(linearKappa(table)?.standardError).toBeCloseTo(cohenKappa(table)?.standardError ?? 0, 10);
  });

  it('given answers next to each other then they agree more than those far apart', () => {
    const near = [
      [5, 2, 0],
      [2, 5, 2],
      [0, 2, 5],
    ];
    const far = [
      [5, 0, 2],
      [2, 5, 2],
      [2, 0, 5],
    ];
    expect(linearKappa(near)?.value).toBeGreaterThan(linearKappa(far)?.value ?? 1);
  });
});

describe("Gwet's AC1", () => {
  it.each([
    [[20, 5], [10, 15], 0.4059],
    [[45, 15], [25, 15], 0.2661],
    [[25, 35], [5, 35], 0.2079],
  ])('given %j and %j then it is %d', (first, second, ac1) => {
    expect(gwetAc1(unitsOf([first, second]), 2)?.value).toBeCloseTo(ac1, 4);
  });

  it('given the abstractors then value and interval are as irrCAC has them', () => {
    const ac1 = gwetAc1(unitsOf(ABSTRACTORS), 3);
    expect(ac1?.value).toBeCloseTo(0.849, 3);
    expect(ac1?.interval?.map((end) => end.toFixed(3))).toEqual(['0.764', '0.935']);
  });

  it('given the diagnoses then value and error are as irrCAC has them', () => {
    const ac1 = gwetAc1(unitsOf(DIAGNOSIS), 4);
    expect(ac1?.value).toBeCloseTo(0.456, 3);
    expect(ac1?.standardError.toFixed(3)).toBe('0.043');
  });

  it('given four raters with answers missing then it is as irrCAC has it', () => {
    const ac1 = gwetAc1(
      FOUR_RATERS.map((unit) => unit.map((rating) => (rating === null ? null : rating - 1))),
      5,
    );
    expect(ac1?.value).toBeCloseTo(0.775, 3);
    expect(ac1?.observed).toBeCloseTo(0.818, 3);
    expect(ac1?.chance).toBeCloseTo(0.19, 3);
  });

  it('given no unit with two answers then there is none', () => {
    expect(gwetAc1([[1, null]], 2)).toBeNull();
    expect(gwetAc1([], 2)).toBeNull();
  });
});

describe("Krippendorff's α", () => {
  it('given the three coders then it is as fast-krippendorff has it', () => {
    const nominal = krippendorffAlpha(CODERS, 'nominal', RESAMPLING);
    expect(nominal?.value).toBeCloseTo(0.691358, 6);
    expect(krippendorffAlpha(CODERS, 'interval', RESAMPLING)?.value).toBeCloseTo(0.810845, 6);
    expect(nominal?.units).toBe(12);
  });

  it('given four raters with answers missing then it is as irrCAC has it', () => {
    expect(krippendorffAlpha(FOUR_RATERS, 'nominal', RESAMPLING)?.value).toBeCloseTo(0.743421, 6);
  });

  it('given the abstractors then it is as irrCAC has it', () => {
    expect(krippendorffAlpha(unitsOf(ABSTRACTORS), 'nominal', RESAMPLING)?.value).toBeCloseTo(0.797, 3);
  });

  it('given two raters without a gap then it is π, corrected for few units', () => {
    const pi = (table: SquareTable): number => {
      const units = unitsOf(table);
      const alpha = krippendorffAlpha(units, 'nominal', RESAMPLING)?.value ?? Number.NaN;
      return 1 - ((1 - alpha) * 2 * units.length) / (2 * units.length - 1);
    };
    expect(pi(ABSTRACTORS)).toBeCloseTo(0.796, 3);
    expect(pi(DIAGNOSIS)).toBeCloseTo(0.43, 3);
  });

  it('given the same seed then the interval is the same, around the value', () => {
    const alpha = krippendorffAlpha(CODERS, 'nominal', RESAMPLING);
    expect(krippendorffAlpha(CODERS, 'nominal', RESAMPLING)).toEqual(alpha);
    expect(alpha?.interval?.[0]).toBeLessThan(alpha?.value ?? 0);
    expect(alpha?.interval?.[1]).toBeGreaterThan(alpha?.value ?? 1);
  });

  it('given one answer only, or none to pair, then there is none', () => {
    expect(krippendorffAlpha([[1, 1]], 'nominal', RESAMPLING)).toBeNull();
    expect(krippendorffAlpha([[1, null]], 'nominal', RESAMPLING)).toBeNull();
  });
});

describe('coefficients of agreement', () => {
  const tables = fc.array(fc.tuple(fc.nat(12), fc.nat(12), fc.nat(12)), { minLength: 3, maxLength: 3 });

  it('given the raters the other way round then they are the same', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const turned = table.map((_, row) => table.map((counts) => counts[row] ?? 0));
        expect(cohenKappa(turned)?.value).toBeCloseTo(cohenKappa(table)?.value ?? Number.NaN, 10);
        expect(rawAgreement(turned)).toBe(rawAgreement(table));
      }),
      {
        examples: [
          [
            [
              [1, 2, 3],
              [0, 4, 1],
              [2, 0, 5],
            ],
          ],
        ],
      },
    );
  });

  it('given any answers then none is above 1, and what observed agreement exceeds chance by has its sign', () => {
    fc.assert(
      fc.property(tables, (table) => {
        for (const found of [cohenKappa(table), gwetAc1(unitsOf(table), 3)]) {
          if (found === null) continue;
          expect(found.value).toBeLessThanOrEqual(1 + 1e-12);
          expect(Math.sign(found.value)).toBe(Math.sign(found.observed - found.chance));
        }
      }),
    );
  });
});

describe("Student's t", () => {
  it.each([
    [1, 12.7062],
    [2, 4.3027],
    [9, 2.2622],
    [10, 2.2281],
    [19, 2.093],
    [29, 2.0452],
    [120, 1.9799],
  ])('given %d degrees of freedom then the point is %d', (degreesOfFreedom, point) => {
    expect(studentPoint95(degreesOfFreedom)).toBeCloseTo(point, 4);
  });
});
