package io.issueloop.model;

import java.util.List;

/**
 * What became of some instances.
 *
 * @param moved how many are on the new version now
 * @param stayed those that could not, on their version as before
 * @param left how many are still on the old version and were not tried in this call
 */
public record MigrationResult(int moved, List<Stayed> stayed, long left) {

    /**
     * An instance that could not be moved.
     *
     * @param businessKey issue number; empty where there is none
     * @param reason Chinese
     */
    public record Stayed(String instance, String businessKey, String reason) {}
}
