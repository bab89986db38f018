// The adapters of all platforms, in the order of their names.
import * as platforms from './platforms.ts';

export const ADAPTERS = Object.values(platforms);
