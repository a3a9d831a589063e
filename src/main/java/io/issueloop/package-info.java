/** The application as a whole; every direct sub-package is a module. */
@NullMarked
package io.issueloop;

import org.jspecify.annotations.NullMarked;
