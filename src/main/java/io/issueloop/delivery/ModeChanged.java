package io.issueloop.delivery;

/** Somebody switched a capability to another mode; published on the node where it was done. */
public record ModeChanged(Capability capability, Mode from, Mode to) {}
