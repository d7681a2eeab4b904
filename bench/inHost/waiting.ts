export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Waits until a condition holds; it looks every 50 ms. */
export async function until(what: string, isSo: () => boolean, seconds = 90): Promise<void> {
  const end = performance.now() + seconds * 1000;
  while (!isSo()) {
    if (performance.now() > end) throw new Error(`${what}: not within ${seconds} s`);
    await pause(50);
  }
}
