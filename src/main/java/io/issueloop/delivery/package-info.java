/**
 * Delivery: everything that has to happen in WeCom because of what happened here. Requested inside
 * the transaction that caused it, performed later as a job of its own, repeatable without harm
 * (trust.md §1 Outbox).
 */
@ApplicationModule(displayName = "投递", allowedDependencies = "shared")
@NullMarked
package io.issueloop.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
