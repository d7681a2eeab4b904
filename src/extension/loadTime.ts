/** When the extension's code began to run: imported first. */
export const began = performance.now();
