/**
 * A faithful WeCom for laptops and tests. It knows only WeCom's documented wire format and nothing
 * of the product: a mistake in the product's client is caught here, not mirrored.
 *
 * <p>None of its types is a Spring stereotype, so the product's component scan passes over them.
 */
@NullMarked
package io.issueloop.sandbox;

import org.jspecify.annotations.NullMarked;
