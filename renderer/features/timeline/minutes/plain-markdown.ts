/** What Markdown, or the HTML in it, would read as a mark is written with a backslash. */
export const plainMarkdown = (text: string): string =>
  text
    .replaceAll(/[\\`*_[\]<>|&~#]/gu, '\\$&')
    .replaceAll(/^(\s*)([-+=]|\d+[.)])/gmu, '$1\\$2')
    .replaceAll(/^(\s*)\\(\d+)([.)])/gmu, '$1$2\\$3');
