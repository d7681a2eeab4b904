/** The names of members that every class and object has. */
const everywhere = words(
  'toString equals hashCode getClass notify notifyAll wait clone finalize synchronized asInstanceOf isInstanceOf eq ne == != ##',
);

/** The members, inherited ones too, of types outside of the tree that its types often extend, by the type's simple name. */
const members: Readonly<Record<string, ReadonlySet<string>>> = {
  Object: new Set(),
  AnyRef: new Set(),
  Any: new Set(),
  AnyVal: new Set(),
  Serializable: new Set(),
  Cloneable: new Set(),
  Product: words('productArity productElement productIterator productPrefix canEqual'),
  App: words('args delayedInit executionStart main'),
  Runnable: words('run'),
  Callable: words('call'),
  Closeable: words('close'),
  AutoCloseable: words('close'),
  Flushable: words('flush'),
  Comparable: words('compareTo'),
  Comparator: words(
    'compare comparing comparingDouble comparingInt comparingLong naturalOrder nullsFirst nullsLast reverseOrder reversed thenComparing ' +
      'thenComparingDouble thenComparingInt thenComparingLong',
  ),
  Ordered: words('compare compareTo < > <= >='),
  Gauge: words('value processWith'),
  Thread: words(
    'MAX_PRIORITY MIN_PRIORITY NORM_PRIORITY State UncaughtExceptionHandler activeCount checkAccess countStackFrames currentThread destroy ' +
      'dumpStack enumerate getAllStackTraces getContextClassLoader getDefaultUncaughtExceptionHandler getId getName getPriority getStackTrace ' +
      'getState getThreadGroup getUncaughtExceptionHandler holdsLock interrupt interrupted isAlive isDaemon isInterrupted join onSpinWait resume ' +
      'run setContextClassLoader setDaemon setDefaultUncaughtExceptionHandler setName setPriority setUncaughtExceptionHandler sleep start stop ' +
      'suspend yield',
  ),
  Delayed: words('getDelay compareTo'),
};

const throwable = words(
  'addSuppressed fillInStackTrace getCause getLocalizedMessage getMessage getStackTrace getSuppressed initCause printStackTrace setStackTrace',
);

/** Returns whether a type that is not in the tree may have a member of this name; a type that is not known here may have any. */
export function mayHaveMember(type: string, name: string): boolean {
  if (everywhere.has(name)) return true;
  const simple = simpleName(type);
  if (isThrowable(simple)) return throwable.has(name);
  const known = Object.hasOwn(members, simple) ? members[simple] : undefined;
  return known === undefined || known.has(name);
}

/** The names among the members known here that have several parameter lists in one type. */
const overloaded = words('comparing join printStackTrace sleep thenComparing wait');

/**
 * Returns whether a type that is not in the tree may have a method of this name with other parameters than the one in the tree
 * that overrides it.
 */
export function mayOverload(type: string, name: string): boolean {
  const isKnown = Object.hasOwn(members, simpleName(type)) || isThrowable(simpleName(type));
  return (overloaded.has(name) || !isKnown) && mayHaveMember(type, name);
}

/** Returns whether a type that is not in the tree is known to have a member of this name. */
export function isKnownMember(type: string, name: string): boolean {
  const simple = simpleName(type);
  return Object.hasOwn(members, simple) && members[simple]?.has(name) === true;
}

export function isEverywhere(name: string): boolean {
  return everywhere.has(name);
}

function simpleName(type: string): string {
  return type.slice(type.lastIndexOf('.') + 1);
}

function isThrowable(simple: string): boolean {
  return simple.endsWith('Exception') || simple.endsWith('Error') || simple === 'Throwable';
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}
