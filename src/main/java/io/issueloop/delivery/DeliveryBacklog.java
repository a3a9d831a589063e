package io.issueloop.delivery;

import java.util.Map;

/** What the workflow engine knows of deliveries that are not over. */
public interface DeliveryBacklog {

    /** By effect; an effect with nothing open is absent. */
    Map<String, Count> byEffect();

    /**
     * @param underWay waiting for their turn or their next try
     * @param failing given up until somebody retries them in Cockpit or does them by hand
     * @param byHand waiting for a person in Tasklist, those of the failing ones included
     */
    record Count(long underWay, long failing, long byHand) {

        public static final Count NONE = new Count(0, 0, 0);

        public Count plus(Count other) {
            return new Count(
                    underWay + other.underWay, failing + other.failing, byHand + other.byHand);
        }
    }
}
