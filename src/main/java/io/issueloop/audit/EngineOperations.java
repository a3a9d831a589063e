package io.issueloop.audit;

import java.util.List;

/** What administrators did in the workflow engine: variables, instances, jobs, deployments. */
public interface EngineOperations {

    /** The kind of its entries. */
    String KIND = "ENGINE";

    /** Newest first; the query's kind is for the caller to look at. */
    List<AuditEntry> find(AuditQuery query);
}
