package io.issueloop.delivery;

/** Borne by what a call throws when it certainly had no effect. */
public interface NotDone {}
