/** The milliseconds of processor time that something takes: a busy machine makes it wait, but not work. */
export function cpuTime(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
