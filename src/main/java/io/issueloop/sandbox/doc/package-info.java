/** Documents: life, rights and text. */
@NullMarked
package io.issueloop.sandbox.doc;

import org.jspecify.annotations.NullMarked;
