/** Texts that must not be in the project, each with its reason. `codeOnly` ones may be named in documents. */
interface ForbiddenText {
  readonly pattern: RegExp;
  readonly reason: string;
  readonly codeOnly: boolean;
}

export const FORBIDDEN_TEXTS: readonly ForbiddenText[] = [
  { pattern: /(^|[^\w.)])\/(work|root|home)\//, reason: 'a path of somebody’s machine', codeOnly: false },
  { pattern: /registry\.npmjs|npmmirror/, reason: 'a package registry’s host', codeOnly: false },
  { pattern: /as unknown as /, reason: 'an assertion that switches the types off', codeOnly: true },
  { pattern: /@ts-(ignore|expect-error|nocheck)/, reason: 'a switched-off compiler', codeOnly: true },
  {
    pattern: /(eslint|oxlint)-disable|biome-ignore/,
    reason: 'a switched-off rule; switch it off in its config, with the reason',
    codeOnly: true,
  },
];
