// English words that are forms of one another, and words that are made from one another.
import { describe, expect, it } from 'vitest';
import { beginningsOf, familyKey, rootKey } from '../../src/language/index.ts';

describe('words of one family', () => {
  it.each([
    ['ferry', 'ferries'],
    ['build', 'built', 'building', 'builds'],
    ['plan', 'plans', 'planned', 'planning'],
    ['reduce', 'reduces', 'reduced', 'reducing'],
    ['labour', 'labor'],
    ['centre', 'centers'],
    ['organise', 'organized', 'organising'],
    ['crisis', 'crises'],
    ['child', 'children'],
    ['loss', 'losses'],
    ['movie', 'movies'],
  ])('have the same key: %s', (...words) => {
    expect(new Set(words.map(familyKey)).size).toBe(1);
  });

  it.each([
    ['string', 'str'],
    ['speed', 'speech'],
    ['letter', 'let'],
  ])('are told from others: %s, %s', (word, other) => {
    expect(familyKey(word)).not.toBe(familyKey(other));
  });
});

describe('words that are made from one another', () => {
  it.each([
    ['invest', 'investment', 'investors'],
    ['California', 'Californian'],
    ['industry', 'industrial'],
    ['qualify', 'qualification'],
  ])('have the same root: %s', (...words) => {
    expect(new Set(words.map((word) => rootKey(word.toLowerCase()))).size).toBe(1);
  });
});

describe('the beginnings of a word', () => {
  it.each([
    ['labour', 'labor'],
    ['rebuilding', 'rebuilt'],
    ['penguins', 'penguin'],
    ['organisation', 'organize'],
  ])('are those of its forms: %s, %s', (word, form) => {
    expect(beginningsOf(word).some((beginning) => form.startsWith(beginning))).toBe(true);
  });
});
