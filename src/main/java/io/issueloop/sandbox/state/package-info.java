/** What the sandbox remembers: one crash-safe store, its clock, its settings, its contacts. */
@NullMarked
package io.issueloop.sandbox.state;

import org.jspecify.annotations.NullMarked;
