package labs.rig;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** Reads what an operator sees through JMX; all clients and brokers of the labs are in this process. */
public final class Metric {
    private static final MBeanServer beans = ManagementFactory.getPlatformMBeanServer();

    private Metric() {}

    /** Returns the number of an attribute, or 0 where there is no such MBean yet. */
    public static double of(String bean, String attribute) {
        try {
            ObjectName name = new ObjectName(bean);
            return beans.isRegistered(name) ? ((Number) beans.getAttribute(name, attribute)).doubleValue() : 0;
        } catch (JMException error) {
            throw new IllegalStateException(error);
        }
    }
}
