export interface NamedColumns {
  readonly names: readonly string[];
  readonly warnings: readonly string[];
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
      ...(nameless.length === 0
        ? []
        : [`The heading names no ${listed(nameless)}; ${nameless.length === 1 ? 'it is' : 'they are'} called so.`]),
      ...(repeated.length === 0
        ? []
        : [
            `The heading repeats names; ${listed(repeated)} ${repeated.length === 1 ? 'is' : 'are'} called so to be told apart.`,
          ]),
    ],
  };
}

const SHOWN = 10;

const listed = (names: readonly string[]): string =>
  names.length <= SHOWN
    ? names.map((name) => `"${name}"`).join(', ')
    : `${names
        .slice(0, SHOWN)
        .map((name) => `"${name}"`)
        .join(', ')} and ${names.length - SHOWN} more`;
