/** The names that are devices on Windows, in every folder and with any extension: "Naming Files, Paths, and Namespaces" of Win32. */
const device = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[\d¹²³]) *(?:\.|$)/i;

/**
 * Returns whether a path in an archive means the same place below the folder of the archive on every system: it has names only, with
 * `/` between them, and none of them is a drive, a device, a stream of a file, or one that Windows shortens. No release of a project
 * that people check out on Windows has other paths, so an archive with one is not what it should be.
 */
export function isPortable(path: string): boolean {
  return path.replace(/\/$/, '').split('/').every(isPortableName);
}

function isPortableName(name: string): boolean {
  // Windows drops a dot or a space at the end, so `..` and `.` are among what is refused.
  return name !== '' && !/[\p{Cc}<>:"|?*\\]/u.test(name) && !/[. ]$/.test(name) && !device.test(name);
}
