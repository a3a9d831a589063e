/** Tests of the engine and its models. */
@NullMarked
package io.issueloop.process;

import org.jspecify.annotations.NullMarked;
