// /deny: withdraws what was allowed.
import { defineCommand } from '../command.ts';
import { ACCESS_OPTIONS, decide } from './allow.ts';

export const deny = defineCommand({
  name: 'deny',
  options: ACCESS_OPTIONS,
  right: 'manager',
  anywhere: true,
  audience: 'asker',
  run: (values, context) => decide('denied', values, context),
});
