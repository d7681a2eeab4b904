/**
 * The names in the packages and objects from which Kafka imports everything: the public names of Java 17, Scala 2.12 and JOpt
 * Simple 5, listed from their archives. Sub-packages count.
 */
export const libraryNames: Readonly<Record<string, string>> = {
  'java.io':
    'BufferedInputStream BufferedOutputStream BufferedReader BufferedWriter ByteArrayInputStream ' +
    'ByteArrayOutputStream CharArrayReader CharArrayWriter CharConversionException Closeable Console DataInput ' +
    'DataInputStream DataOutput DataOutputStream EOFException Externalizable File FileDescriptor FileFilter ' +
    'FileInputStream FileNotFoundException FileOutputStream FilePermission FileReader FileWriter FilenameFilter ' +
    'FilterInputStream FilterOutputStream FilterReader FilterWriter Flushable IOError IOException InputStream ' +
    'InputStreamReader InterruptedIOException InvalidClassException InvalidObjectException LineNumberInputStream ' +
    'LineNumberReader NotActiveException NotSerializableException ObjectInput ObjectInputFilter ObjectInputStream ' +
    'ObjectInputValidation ObjectOutput ObjectOutputStream ObjectStreamClass ObjectStreamConstants ' +
    'ObjectStreamException ObjectStreamField OptionalDataException OutputStream OutputStreamWriter PipedInputStream ' +
    'PipedOutputStream PipedReader PipedWriter PrintStream PrintWriter PushbackInputStream PushbackReader ' +
    'RandomAccessFile Reader SequenceInputStream Serial Serializable SerializablePermission StreamCorruptedException ' +
    'StreamTokenizer StringBufferInputStream StringReader StringWriter SyncFailedException UTFDataFormatException ' +
    'UncheckedIOException UnsupportedEncodingException WriteAbortedException Writer',
  'java.net':
    'Authenticator BindException CacheRequest CacheResponse ConnectException ContentHandler ContentHandlerFactory ' +
    'CookieHandler CookieManager CookiePolicy CookieStore DatagramPacket DatagramSocket DatagramSocketImpl ' +
    'DatagramSocketImplFactory FileNameMap HttpCookie HttpRetryException HttpURLConnection IDN Inet4Address ' +
    'Inet6Address InetAddress InetSocketAddress InterfaceAddress JarURLConnection MalformedURLException ' +
    'MulticastSocket NetPermission NetworkInterface NoRouteToHostException PasswordAuthentication ' +
    'PortUnreachableException ProtocolException ProtocolFamily Proxy ProxySelector ResponseCache SecureCacheResponse ' +
    'ServerSocket Socket SocketAddress SocketException SocketImpl SocketImplFactory SocketOption SocketOptions ' +
    'SocketPermission SocketTimeoutException StandardProtocolFamily StandardSocketOptions URI URISyntaxException URL ' +
    'URLClassLoader URLConnection URLDecoder URLEncoder URLPermission URLStreamHandler URLStreamHandlerFactory ' +
    'UnixDomainSocketAddress UnknownHostException UnknownServiceException',
  'java.nio':
    'Buffer BufferOverflowException BufferUnderflowException ByteBuffer ByteOrder CharBuffer DoubleBuffer FloatBuffer ' +
    'IntBuffer InvalidMarkException LongBuffer MappedByteBuffer ReadOnlyBufferException ShortBuffer channels charset ' +
    'file',
  'java.nio.channels':
    'AcceptPendingException AlreadyBoundException AlreadyConnectedException AsynchronousByteChannel ' +
    'AsynchronousChannel AsynchronousChannelGroup AsynchronousCloseException AsynchronousFileChannel ' +
    'AsynchronousServerSocketChannel AsynchronousSocketChannel ByteChannel CancelledKeyException Channel Channels ' +
    'ClosedByInterruptException ClosedChannelException ClosedSelectorException CompletionHandler ' +
    'ConnectionPendingException DatagramChannel FileChannel FileLock FileLockInterruptionException ' +
    'GatheringByteChannel IllegalBlockingModeException IllegalChannelGroupException IllegalSelectorException ' +
    'InterruptedByTimeoutException InterruptibleChannel MembershipKey MulticastChannel NetworkChannel ' +
    'NoConnectionPendingException NonReadableChannelException NonWritableChannelException NotYetBoundException ' +
    'NotYetConnectedException OverlappingFileLockException Pipe ReadPendingException ReadableByteChannel ' +
    'ScatteringByteChannel SeekableByteChannel SelectableChannel SelectionKey Selector ServerSocketChannel ' +
    'ShutdownChannelGroupException SocketChannel UnresolvedAddressException UnsupportedAddressTypeException ' +
    'WritableByteChannel WritePendingException',
  'java.nio.file':
    'AccessDeniedException AccessMode AtomicMoveNotSupportedException ClosedDirectoryStreamException ' +
    'ClosedFileSystemException ClosedWatchServiceException CopyOption DirectoryIteratorException ' +
    'DirectoryNotEmptyException DirectoryStream FileAlreadyExistsException FileStore FileSystem ' +
    'FileSystemAlreadyExistsException FileSystemException FileSystemLoopException FileSystemNotFoundException ' +
    'FileSystems FileVisitOption FileVisitResult FileVisitor Files InvalidPathException LinkOption LinkPermission ' +
    'NoSuchFileException NotDirectoryException NotLinkException OpenOption Path PathMatcher Paths ' +
    'ProviderMismatchException ProviderNotFoundException ReadOnlyFileSystemException SecureDirectoryStream ' +
    'SimpleFileVisitor StandardCopyOption StandardOpenOption StandardWatchEventKinds WatchEvent WatchKey WatchService ' +
    'Watchable',
  'java.text':
    'Annotation AttributedCharacterIterator AttributedString Bidi BreakIterator CharacterIterator ChoiceFormat ' +
    'CollationElementIterator CollationKey Collator CompactNumberFormat DateFormat DateFormatSymbols DecimalFormat ' +
    'DecimalFormatSymbols FieldPosition Format MessageFormat Normalizer NumberFormat ParseException ParsePosition ' +
    'RuleBasedCollator SimpleDateFormat StringCharacterIterator',
  'java.util':
    'AbstractCollection AbstractList AbstractMap AbstractQueue AbstractSequentialList AbstractSet ArrayDeque ' +
    'ArrayList Arrays Base64 BitSet Calendar Collection Collections Comparator ConcurrentModificationException ' +
    'Currency Date Deque Dictionary DoubleSummaryStatistics DuplicateFormatFlagsException EmptyStackException EnumMap ' +
    'EnumSet Enumeration EventListener EventListenerProxy EventObject FormatFlagsConversionMismatchException ' +
    'Formattable FormattableFlags Formatter FormatterClosedException GregorianCalendar HashMap HashSet Hashtable ' +
    'HexFormat IdentityHashMap IllegalFormatCodePointException IllegalFormatConversionException ' +
    'IllegalFormatException IllegalFormatFlagsException IllegalFormatPrecisionException IllegalFormatWidthException ' +
    'IllformedLocaleException InputMismatchException IntSummaryStatistics InvalidPropertiesFormatException Iterator ' +
    'LinkedHashMap LinkedHashSet LinkedList List ListIterator ListResourceBundle Locale LongSummaryStatistics Map ' +
    'MissingFormatArgumentException MissingFormatWidthException MissingResourceException NavigableMap NavigableSet ' +
    'NoSuchElementException Objects Observable Observer Optional OptionalDouble OptionalInt OptionalLong ' +
    'PrimitiveIterator PriorityQueue Properties PropertyPermission PropertyResourceBundle Queue Random RandomAccess ' +
    'ResourceBundle Scanner ServiceConfigurationError ServiceLoader Set SimpleTimeZone SortedMap SortedSet ' +
    'Spliterator Spliterators SplittableRandom Stack StringJoiner StringTokenizer TimeZone Timer TimerTask ' +
    'TooManyListenersException TreeMap TreeSet UUID UnknownFormatConversionException UnknownFormatFlagsException ' +
    'Vector WeakHashMap concurrent function jar logging prefs regex spi stream zip',
  'java.util.concurrent':
    'AbstractExecutorService ArrayBlockingQueue BlockingDeque BlockingQueue BrokenBarrierException Callable ' +
    'CancellationException CompletableFuture CompletionException CompletionService CompletionStage ConcurrentHashMap ' +
    'ConcurrentLinkedDeque ConcurrentLinkedQueue ConcurrentMap ConcurrentNavigableMap ConcurrentSkipListMap ' +
    'ConcurrentSkipListSet CopyOnWriteArrayList CopyOnWriteArraySet CountDownLatch CountedCompleter CyclicBarrier ' +
    'DelayQueue Delayed Exchanger ExecutionException Executor ExecutorCompletionService ExecutorService Executors ' +
    'Flow ForkJoinPool ForkJoinTask ForkJoinWorkerThread Future FutureTask LinkedBlockingDeque LinkedBlockingQueue ' +
    'LinkedTransferQueue Phaser PriorityBlockingQueue RecursiveAction RecursiveTask RejectedExecutionException ' +
    'RejectedExecutionHandler RunnableFuture RunnableScheduledFuture ScheduledExecutorService ScheduledFuture ' +
    'ScheduledThreadPoolExecutor Semaphore SubmissionPublisher SynchronousQueue ThreadFactory ThreadLocalRandom ' +
    'ThreadPoolExecutor TimeUnit TimeoutException TransferQueue atomic locks',
  'java.util.concurrent.atomic':
    'AtomicBoolean AtomicInteger AtomicIntegerArray AtomicIntegerFieldUpdater AtomicLong AtomicLongArray ' +
    'AtomicLongFieldUpdater AtomicMarkableReference AtomicReference AtomicReferenceArray AtomicReferenceFieldUpdater ' +
    'AtomicStampedReference DoubleAccumulator DoubleAdder LongAccumulator LongAdder',
  'java.util.concurrent.locks':
    'AbstractOwnableSynchronizer AbstractQueuedLongSynchronizer AbstractQueuedSynchronizer Condition Lock LockSupport ' +
    'ReadWriteLock ReentrantLock ReentrantReadWriteLock StampedLock',
  'java.util.function':
    'BiConsumer BiFunction BiPredicate BinaryOperator BooleanSupplier Consumer DoubleBinaryOperator DoubleConsumer ' +
    'DoubleFunction DoublePredicate DoubleSupplier DoubleToIntFunction DoubleToLongFunction DoubleUnaryOperator ' +
    'Function IntBinaryOperator IntConsumer IntFunction IntPredicate IntSupplier IntToDoubleFunction ' +
    'IntToLongFunction IntUnaryOperator LongBinaryOperator LongConsumer LongFunction LongPredicate LongSupplier ' +
    'LongToDoubleFunction LongToIntFunction LongUnaryOperator ObjDoubleConsumer ObjIntConsumer ObjLongConsumer ' +
    'Predicate Supplier ToDoubleBiFunction ToDoubleFunction ToIntBiFunction ToIntFunction ToLongBiFunction ' +
    'ToLongFunction UnaryOperator',
  'java.util.stream': 'BaseStream Collector Collectors DoubleStream IntStream LongStream Stream StreamSupport',
  'java.util.zip':
    'Adler32 CRC32 CRC32C CheckedInputStream CheckedOutputStream Checksum DataFormatException Deflater ' +
    'DeflaterInputStream DeflaterOutputStream GZIPInputStream GZIPOutputStream Inflater InflaterInputStream ' +
    'InflaterOutputStream ZipEntry ZipError ZipException ZipFile ZipInputStream ZipOutputStream',
  joptsimple:
    'AbstractOptionSpec AlternativeLongOptionSpec ArgumentAcceptingOptionSpec ArgumentList BuiltinHelpFormatter ' +
    'HelpFormatter IllegalOptionSpecificationException MissingRequiredOptionsException ' +
    'MultipleArgumentsForOptionException NoArgumentOptionSpec NonOptionArgumentSpec OptionArgumentConversionException ' +
    'OptionDeclarer OptionDescriptor OptionException OptionMissingRequiredArgumentException OptionParser ' +
    'OptionParserState OptionSet OptionSpec OptionSpecBuilder OptionSpecTokenizer OptionalArgumentOptionSpec ' +
    'ParserRules RequiredArgumentOptionSpec UnavailableOptionException UnconfiguredOptionException ' +
    'UnrecognizedOptionException ValueConversionException ValueConverter internal util',
  'scala.collection':
    'AbstractIterable AbstractIterator AbstractMap AbstractSeq AbstractSet AbstractTraversable BitSet BitSetLike ' +
    'BufferedIterator CustomParallelizable DebugUtils DefaultMap GenIterable GenIterableLike GenMap GenMapLike GenSeq ' +
    'GenSeqLike GenSet GenSetLike GenTraversable GenTraversableLike GenTraversableOnce IndexedSeq IndexedSeqLike ' +
    'IndexedSeqOptimized Iterable IterableLike IterableProxy IterableProxyLike IterableView IterableViewLike Iterator ' +
    'JavaConversions JavaConverters LinearSeq LinearSeqLike LinearSeqOptimized Map MapLike MapProxy MapProxyLike ' +
    'Parallel Parallelizable Searching Seq SeqExtractors SeqLike SeqProxy SeqProxyLike SeqView SeqViewLike Set ' +
    'SetLike SetProxy SetProxyLike SortedMap SortedMapLike SortedSet SortedSetLike Traversable TraversableLike ' +
    'TraversableOnce TraversableProxy TraversableProxyLike TraversableView TraversableViewLike ViewMkString breakOut ' +
    'concurrent convert generic immutable mutable parallel script',
  'scala.collection.immutable':
    'AbstractMap BitSet DefaultMap HasForeachEntry HashMap HashSet IndexedSeq IntMap IntMapEntryIterator ' +
    'IntMapIterator IntMapKeyIterator IntMapUtils IntMapValueIterator Iterable LinearSeq List ListMap ' +
    'ListSerializeEnd ListSet LongMap LongMapEntryIterator LongMapIterator LongMapKeyIterator LongMapUtils ' +
    'LongMapValueIterator Map MapLike MapProxy NewRedBlackTree Nil NumericRange Page PagedSeq Queue Range ' +
    'RedBlackTree Seq Set SetProxy SortedMap SortedSet Stack Stream StreamIterator StreamView StreamViewLike ' +
    'StringLike StringOps Traversable TreeMap TreeSet TrieIterator VM Vector VectorBuilder VectorIterator ' +
    'VectorPointer WrappedString',
  'scala.collection.mutable':
    'AbstractBuffer AbstractIterable AbstractMap AbstractSeq AbstractSet AbstractSortedMap AbstractSortedSet ' +
    'AnyRefMap ArrayBuffer ArrayBuilder ArrayLike ArrayOps ArraySeq ArrayStack BitSet Buffer BufferLike BufferProxy ' +
    'Builder Cloneable DefaultEntry DefaultMapModel DoubleLinkedList DoubleLinkedListLike DoublingUnrolledBuffer ' +
    'FlatHashTable GrowingBuilder HashEntry HashMap HashSet HashTable History ImmutableMapAdaptor ImmutableSetAdaptor ' +
    'IndexedSeq IndexedSeqLike IndexedSeqOptimized IndexedSeqView Iterable LazyBuilder LinearSeq LinkedEntry ' +
    'LinkedHashMap LinkedHashSet LinkedList LinkedListLike ListBuffer ListMap LongMap Map MapBuilder MapLike MapProxy ' +
    'MultiMap MutableList ObservableBuffer ObservableMap ObservableSet OpenHashMap PriorityQueue PriorityQueueProxy ' +
    'Publisher Queue QueueProxy RedBlackTree ResizableArray ReusableBuilder RevertibleHistory Seq SeqLike Set ' +
    'SetBuilder SetLike SetProxy SortedMap SortedSet Stack StackProxy StringBuilder Subscriber SynchronizedBuffer ' +
    'SynchronizedMap SynchronizedPriorityQueue SynchronizedQueue SynchronizedSet SynchronizedStack Traversable ' +
    'TreeMap TreeSet Undoable UnrolledBuffer WeakHashMap WrappedArray WrappedArrayBuilder',
  'scala.concurrent':
    'Await AwaitPermission Awaitable BatchingExecutor BlockContext CanAwait Channel DelayedLazyVal ExecutionContext ' +
    'ExecutionContextExecutor ExecutionContextExecutorService Future JavaConversions Lock OnCompleteRunnable Promise ' +
    'SyncChannel SyncVar blocking duration forkjoin future impl promise',
  'scala.concurrent.ExecutionContext.Implicits': 'global',
  'scala.concurrent.duration':
    'DAYS Deadline DoubleMult Duration DurationConversions DurationDouble DurationInt DurationLong FiniteDuration ' +
    'HOURS IntMult LongMult MICROSECONDS MILLISECONDS MINUTES NANOSECONDS SECONDS durationToPair fromNow ' +
    'pairIntToDuration pairLongToDuration span',
  'scala.math':
    'BigDecimal BigInt E Equiv Fractional IEEEremainder Integral LowPriorityEquiv LowPriorityOrderingImplicits ' +
    'Numeric Ordered Ordering PartialOrdering PartiallyOrdered Pi ScalaNumber ScalaNumericAnyConversions ' +
    'ScalaNumericConversions abs acos asin atan cbrt ceil cos cosh exp floor hypot log max min pow random rint round ' +
    'signum sin sinh sqrt tan tanh toDegrees toRadians ulp',
  'scala.util.control': 'BreakControl Breaks ControlThrowable Exception NoStackTrace NonFatal TailCalls',
  'scala.util.control.Breaks': 'break breakable tryBreakable',
};
