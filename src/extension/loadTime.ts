/** The time at which the extension's code began to run. This module is imported first. */
export const began = performance.now();
