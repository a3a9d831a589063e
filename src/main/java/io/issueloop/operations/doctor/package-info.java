/** {@code doctor}: one class per thing that has to be right. */
@NullMarked
package io.issueloop.operations.doctor;

import org.jspecify.annotations.NullMarked;
