import { expect, it } from 'vitest';
import { createFileTokens } from '../../services/file-tokens.ts';

it('a token names its path, and tells nothing of it but the file’s name', () => {
  const tokens = createFileTokens();
  const { token, name } = tokens.issue('/workshops/anna/Spring.accord');
  expect([tokens.pathOf(token), name]).toEqual(['/workshops/anna/Spring.accord', 'Spring.accord']);
  expect(token).not.toContain('anna');
});

it('the same path has the same token, however it is written', () => {
  const tokens = createFileTokens();
  expect(tokens.issue('/data/a/../b.csv').token).toBe(tokens.issue('/data/b.csv').token);
});

it('nobody guesses one: two apps give the same path different tokens', () => {
  expect(createFileTokens().issue('/data/b.csv').token).not.toBe(createFileTokens().issue('/data/b.csv').token);
});

it.each(['', '/data/b.csv', '__proto__', 'constructor'])('%j is no token', (token) => {
  const tokens = createFileTokens();
  tokens.issue('/data/b.csv');
  expect(tokens.pathOf(token)).toBeUndefined();
});
