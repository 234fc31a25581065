package io.github.logcov.collect;

/** Takes what jobs delivered. */
public interface DeliverySink {
  /**
   * A job is final. May be called by several threads at once, never twice for one job unless {@link
   * #withdrawn} came between. The sink closes the delivery when it needs its payloads no more.
   */
  void accept(Delivery delivery);

  /**
   * The job was restarted: what it delivered must not count. Called when no {@link #accept} is
   * under way.
   */
  void withdrawn(String jobNumber);
}
