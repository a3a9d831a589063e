/** Review meetings: when, with whom, what was concluded, and what is done about it. */
@NamedInterface("review")
@NullMarked
package io.issueloop.collaboration.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
