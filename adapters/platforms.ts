// The platforms: one line each. A platform that is listed here is configured, served, checked and documented.
export { discord } from './discord/index.ts';
export { telegram } from './telegram/index.ts';
