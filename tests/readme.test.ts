// What the README shows of the code is made from the code.
import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { commandTable, README, tableIn } from '../docs/commands.ts';

describe('the README', () => {
  it('lists the commands as they are declared (npm run commands writes them)', () => {
    expect(tableIn(fs.readFileSync(README, 'utf8'))).toBe(commandTable());
  });
});
