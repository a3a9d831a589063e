package io.issueloop.pilot;

import java.net.URI;
import java.util.Optional;

/** The form in WeCom that collects feedback. */
public interface FeedbackForm {

    /** Where members fill it; empty while there is none: then our own page takes its place. */
    Optional<URI> address();
}
