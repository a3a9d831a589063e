package io.issueloop.delivery;

/** What a delivery asks of the workflow engine. */
public interface DeliveryProcess {

    /** Starts one {@code wecom_delivery} in the caller's transaction. */
    void start(String businessKey, String effect, String subject);
}
