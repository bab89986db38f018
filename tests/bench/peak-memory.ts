// Loaded before a program: writes its peak memory in bytes to file descriptor 3.
import fs from 'node:fs';
import { peakMemoryBytes } from './measure.ts';

const PEAK_DESCRIPTOR = 3;

process.on('exit', () => fs.writeSync(PEAK_DESCRIPTOR, String(peakMemoryBytes())));
