/** Tests of the single machine: real servers, real processes, really killed. */
@NullMarked
package io.issueloop.standalone;

import org.jspecify.annotations.NullMarked;
