package io.issueloop.web.api;

/** A request that is not as it must be: status 400, with a Chinese sentence that says how. */
class InvalidRequest extends RuntimeException {

    InvalidRequest(String messageForPeople) {
        super(messageForPeople);
    }
}
