/**
 * What a model may contain and what the engine may do with it: the gate at deployment and, below it
 * and independent of it, the restrictions at run time (trust.md §2 "A diagram is code").
 */
@NamedInterface("gate")
@NullMarked
package io.issueloop.process.gate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
