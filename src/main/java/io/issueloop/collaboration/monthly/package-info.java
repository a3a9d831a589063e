/** The analysis of every month: numbers, classification, ageing and what keeps coming back. */
@NamedInterface("monthly")
@NullMarked
package io.issueloop.collaboration.monthly;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
