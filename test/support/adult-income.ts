import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { LearningData } from '../../core/suggest/learn/learning-data.ts';
import { rowsWhere } from './learned.ts';

export interface AdultIncome {
  readonly names: readonly string[];
  readonly data: LearningData;
}

/**
 * The adult census (UCI, CC BY 4.0) as RISK-SLIM made it yes/no: 32,561 people, whether each earns above 50,000. People who are
 * alike are one line: their features as the bits of a number, first name first, then how many they are and how many earn it.
 */
export function adultIncome(): AdultIncome {
  const text = readFileSync(resolve(import.meta.dirname, '../fixtures/adult-income.txt'), 'utf8').trim();
  const [heading = '', ...lines] = text.split('\n');
  const names = heading.split(' ');
  const rows = lines.map((line) => {
    const [bits = '', people = '', earn = ''] = line.split(' ');
    return {
      has: BigInt(`0x${bits}`).toString(2).padStart(names.length, '0'),
      people: Number(people),
      earn: Number(earn),
    };
  });
  return {
    names,
    data: {
      leads: Int32Array.from(rows, ({ people }) => people),
      converted: Int32Array.from(rows, ({ earn }) => earn),
      given: null,
      features: names.map((_, place) => rowsWhere(rows, ({ has }) => has[place] === '1')),
    },
  };
}
