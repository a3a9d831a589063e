package io.issueloop.process.path;

import io.issueloop.issue.IssuePath.Frame;
import io.issueloop.issue.IssuePath.Outline;
import io.issueloop.issue.IssuePath.Point;
import io.issueloop.process.path.Steps.Way;
import java.util.List;
import java.util.Optional;

/** A process as it is drawn, whoever walks on it. */
record Diagram(Frame frame, List<Node> nodes, List<Edge> edges) {

    record Node(
            String id,
            Outline outline,
            String marker,
            Frame frame,
            String text,
            Optional<Frame> label) {}

    record Edge(Way way, List<Point> points, String text, Optional<Frame> label) {}

    List<Way> ways() {
        return edges.stream().map(Edge::way).toList();
    }
}
