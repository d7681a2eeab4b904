package labs.delayed;

import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kafka.server.DelayedOperation;
import kafka.server.DelayedOperationPurgatory;
import kafka.server.DelayedOperationPurgatory$;
import scala.Option;
import scala.collection.JavaConverters;
import scala.collection.Seq;

/** An operation that waits until its condition is set, and then runs what the lab gave it. */
final class Waiting extends DelayedOperation {
    private static final int BROKER = 0;
    private final Runnable work;
    volatile boolean conditionMet;
    volatile boolean expired;

    Waiting(long ms, Lock lock, Runnable work) {
        super(ms, Option.apply(lock));
        this.work = work;
    }

    Waiting(long ms) {
        this(ms, null, () -> {});
    }

    /** Makes a purgatory of such operations; without a reaper its clock stands until the lab moves it. */
    static DelayedOperationPurgatory<Waiting> purgatory(String name, int purgeInterval, boolean reaper) {
        return DelayedOperationPurgatory$.MODULE$.apply(name, BROKER, purgeInterval, reaper, true);
    }

    static Seq<Object> keys(int count) {
        List<Object> names = IntStream.range(0, count).mapToObj(Waiting::key).collect(Collectors.toList());
        return JavaConverters.asScalaBuffer(names);
    }

    static String key(int number) {
        return "key-" + number;
    }

    @Override
    public boolean tryComplete() {
        return conditionMet && forceComplete();
    }

    @Override
    public void onComplete() {
        work.run();
    }

    @Override
    public void onExpiration() {
        expired = true;
    }
}
