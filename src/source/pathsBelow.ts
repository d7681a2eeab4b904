import { prefixOf } from './folders';

/** The place to which a URI points, without its query and fragment, in a form that does not depend on how the URI is encoded. */
interface Place {
  /** Scheme and authority, which are the same in capitals. */
  readonly origin: string;
  /** Decoded. A Windows drive has a small letter. */
  readonly path: string;
}

/** Returns a function that tells the path of a URI below a folder, with `/`, decoded; undefined where the URI is not below it. */
export function pathsBelow(folder: string): (uri: string) => string | undefined {
  const { origin, path } = placeOf(folder);
  const prefix = prefixOf(path);
  return (uri) => {
    const place = placeOf(uri);
    return place.origin === origin && place.path.startsWith(prefix) && place.path !== prefix
      ? place.path.slice(prefix.length)
      : undefined;
  };
}

function placeOf(uri: string): Place {
  const [, scheme = '', authority = '', path = ''] = /^([^:/?#]*):(?:\/\/([^/?#]*))?([^?#]*)/.exec(uri) ?? [];
  const origin = `${scheme}://${decoded(authority)}`.toLowerCase();
  return { origin, path: decoded(path).replace(/^\/[A-Z](?=:)/, (drive) => drive.toLowerCase()) };
}

/** Decodes what is encoded well, and leaves the rest as it is. */
function decoded(text: string): string {
  return text.includes('%') ? text.replace(/(?:%[\da-f]{2})+/gi, decodedIfWell) : text;
}

function decodedIfWell(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    // These bytes are no UTF-8: they stand for themselves.
    return encoded;
  }
}
