/**
 * The name of a rule set as that of a file: no sign that leads out of a folder or that a system refuses, and no more than 80
 * characters. `fallback`: where nothing is left of it.
 */
export const ruleSetFileName = (name: string, fallback: string, extension: string): string => {
  const plain = name
    .replaceAll(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/^[ .]+|[ .]+$/gu, '');
  const short = Array.from(plain).slice(0, MOST_CHARACTERS).join('').trimEnd();
  return `${short === '' ? fallback : short}.${extension}`;
};

const MOST_CHARACTERS = 80;
