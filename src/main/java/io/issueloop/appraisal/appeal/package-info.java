/** Appeals against one's own numbers, and what an upheld one corrects. */
@NamedInterface("appeal")
@NullMarked
package io.issueloop.appraisal.appeal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
