// Loaded before a program: tells the most memory that it held, in bytes, on the file descriptor after standard error.
import fs from 'node:fs';
import { peakMemoryBytes } from './measure.ts';

const PEAK_DESCRIPTOR = 3;

process.on('exit', () => fs.writeSync(PEAK_DESCRIPTOR, String(peakMemoryBytes())));
