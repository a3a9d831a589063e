package io.issueloop.web.api;

/** Nothing there, or nothing this caller may know of: status 404, with a Chinese sentence. */
class NotFound extends RuntimeException {

    NotFound(String messageForPeople) {
        super(messageForPeople);
    }
}
