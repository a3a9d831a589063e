/** What administrators did in the engine, for the audit list. */
@NullMarked
package io.issueloop.process.audit;

import org.jspecify.annotations.NullMarked;
