/** A believable past for the sample organisation, so that the first dashboard is not empty. */
@NullMarked
package io.issueloop.standalone.sample;

import org.jspecify.annotations.NullMarked;
