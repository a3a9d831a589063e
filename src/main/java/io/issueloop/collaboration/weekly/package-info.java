/** Weekly reports, from what happened, and the journals people wrote themselves. */
@NamedInterface("weekly")
@NullMarked
package io.issueloop.collaboration.weekly;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
