/** What people contribute to a quarter's numbers: ratings of colleagues, and learning plans. */
@NamedInterface("people")
@NullMarked
package io.issueloop.appraisal.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
