// What the README shows of the code is made from the code.
import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { commandTable, README, tableIn } from '../docs/command-table.ts';

describe('the README', () => {
  it('lists the commands as they are declared (node docs/command-table.ts writes them)', () => {
    expect(tableIn(fs.readFileSync(README, 'utf8'))).toBe(commandTable());
  });
});
