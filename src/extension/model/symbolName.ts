/** Returns a symbol path without its package, as people say it: `kafka.log.Log$#apply` is `Log.apply`. */
export function symbolName(path: string): string {
  const type = /^(?:[a-z_][\w]*\.)+(?=[A-Z])/.exec(path);
  return path
    .slice(type?.[0].length ?? 0)
    .replace(/\$(?=[.#]|$)/g, '')
    .replaceAll('#', '.');
}
