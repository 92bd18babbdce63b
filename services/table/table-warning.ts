/** What a reader ought to know of a table that was read all the same. `line`: the first of them, in a workbook its row. */
export type TableWarning =
  | { readonly kind: 'encodingByNulls'; readonly encoding: string }
  /** Nobody said windows-1252; the line holds a byte that is not UTF-8. */
  | { readonly kind: 'encodingProposed'; readonly line: number; readonly byte: number }
  | { readonly kind: 'markOverruled'; readonly mark: string; readonly encoding: string }
  /** The sheet that was read, and those that were not. */
  | {
      readonly kind: 'otherSheets';
      readonly sheet: string;
      readonly others: readonly { readonly name: string; readonly isHidden: boolean }[];
    }
  /** Encoding or delimiter were stated, which a workbook does not need. */
  | { readonly kind: 'needlessChoice' }
  | { readonly kind: 'titleLines'; readonly lines: number }
  | { readonly kind: 'damagedHeading'; readonly line: number; readonly reason: string }
  /** There is no heading: the columns are "column 1" and so on. */
  | { readonly kind: 'generatedNames' }
  /** The names that were given to columns without one. */
  | { readonly kind: 'namelessColumns'; readonly names: readonly string[] }
  /** The names that were given to columns whose own was taken. */
  | { readonly kind: 'repeatedNames'; readonly names: readonly string[] }
  | { readonly kind: 'blankLines'; readonly lines: number }
  /** Rows with empty cells beyond the heading. */
  | { readonly kind: 'surplusCells'; readonly rows: number }
  /** Rows that hold U+FFFD: an earlier program has lost characters there. */
  | { readonly kind: 'lostCharacters'; readonly rows: number; readonly line: number }
  /** Rows in which text follows a closing quotation mark. */
  | { readonly kind: 'oddQuotes'; readonly rows: number; readonly line: number }
  | { readonly kind: 'noRows' }
  /** Cells such as #N/A. */
  | { readonly kind: 'errorCells'; readonly cells: number }
  /** Formulas that no program has worked out. */
  | { readonly kind: 'emptyFormulas'; readonly formulas: number };
