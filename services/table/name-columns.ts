import type { TableWarning } from './table-warning.ts';

export interface NamedColumns {
  readonly names: readonly string[];
  readonly warnings: readonly TableWarning[];
}

/** Names as the heading has them, each once: nameless columns become "column 3", repeated names get " (2)". */
export function nameColumns(heading: readonly string[]): NamedColumns {
  const written = heading.map((cell) => cell.trim());
  const taken = new Set(written);
  const seen = new Set<string>();
  const nameless: string[] = [];
  const repeated: string[] = [];
  const names = written.map((name, index) => {
    if (name !== '' && !seen.has(name)) {
      seen.add(name);
      return name;
    }
    const base = name === '' ? `column ${index + 1}` : name;
    let given = name === '' ? base : `${base} (2)`;
    for (let number = name === '' ? 2 : 3; taken.has(given) || seen.has(given); number += 1)
      given = `${base} (${number})`;
    seen.add(given);
    (name === '' ? nameless : repeated).push(given);
    return given;
  });
  return {
    names,
    warnings: [
      ...(nameless.length === 0 ? [] : [{ kind: 'namelessColumns', names: nameless } as const]),
      ...(repeated.length === 0 ? [] : [{ kind: 'repeatedNames', names: repeated } as const]),
    ],
  };
}
