package io.issueloop.process.work;

import io.issueloop.appraisal.archive.ArchiveShelf;
import io.issueloop.collaboration.Agenda;
import io.issueloop.collaboration.TodoList;
import io.issueloop.collaboration.TrackingTable;
import io.issueloop.collaboration.review.Meetings;
import io.issueloop.collaboration.review.Review.Booking;
import io.issueloop.knowledge.DocumentStore;
import io.issueloop.notification.GroupChat;
import io.issueloop.notification.Message;
import io.issueloop.notification.MessageSender;
import io.issueloop.shared.TeamId;
import io.issueloop.shared.UserId;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Our ports to WeCom, remembering what was asked of them; can be told to be down. */
final class RecordingWeCom
        implements MessageSender,
                TrackingTable,
                Agenda,
                DocumentStore,
                TodoList,
                GroupChat,
                Meetings,
                ArchiveShelf {

    record Sent(UserId to, Message message) {}

    final List<Sent> messages = new ArrayList<>();
    final List<Message.ActionCard> updates = new ArrayList<>();
    final List<String> recalled = new ArrayList<>();
    final Map<String, Map<Field, Cell>> rows = new LinkedHashMap<>();
    final Map<String, Entry> entries = new HashMap<>();
    final Map<String, List<Paragraph>> documents = new HashMap<>();
    final Map<String, Meeting> meetings = new HashMap<>();
    final Map<String, TodoList.State> todos = new ConcurrentHashMap<>();
    final List<String> shelved = new ArrayList<>();
    final List<String> said = new ArrayList<>();
    final List<UserId> mentioned = new ArrayList<>();
    boolean down;
    boolean groupIsThere;

    @Override
    public Receipt send(List<UserId> to, Message message) {
        requireUp();
        to.forEach(user -> messages.add(new Sent(user, message)));
        var isCard = message instanceof Message.ActionCard;
        var number = String.valueOf(messages.size());
        return new Receipt(
                "msg" + number, isCard ? Optional.of("code" + number) : Optional.empty());
    }

    @Override
    public boolean update(UserId to, String updateCode, Message.ActionCard replacement) {
        requireUp();
        return updates.add(replacement);
    }

    @Override
    public boolean recall(String messageId) {
        requireUp();
        return recalled.add(messageId);
    }

    @Override
    public List<Row> rows(List<String> recordIds) {
        throw new AssertionError("rows are handed in by the tests");
    }

    @Override
    public List<Row> changedSince(Instant since) {
        return List.of();
    }

    @Override
    public void write(String recordId, Map<Field, Cell> cells) {
        requireUp();
        rows.computeIfAbsent(recordId, id -> new EnumMap<>(Field.class)).putAll(cells);
    }

    @Override
    public String add(Map<Field, Cell> cells) {
        var recordId = "r" + (rows.size() + 1);
        write(recordId, cells);
        return recordId;
    }

    @Override
    public Optional<String> url() {
        return Optional.empty();
    }

    @Override
    public String add(Entry entry) {
        requireUp();
        entries.put(entry.key(), entry);
        return entry.key();
    }

    @Override
    public boolean change(String entryId, Entry entry) {
        requireUp();
        return entries.replace(entryId, entry) != null;
    }

    @Override
    public void remove(String entryId) {
        requireUp();
        entries.remove(entryId);
    }

    @Override
    public Optional<String> find(TeamId team, String key) {
        return entries.containsKey(key) ? Optional.of(key) : Optional.empty();
    }

    @Override
    public Reference create(String title, List<UserId> admins) {
        requireUp();
        documents.put(title, List.of());
        return new Reference(title, "https://doc.example/" + documents.size());
    }

    @Override
    public void write(String documentId, List<Paragraph> paragraphs) {
        requireUp();
        documents.put(documentId, paragraphs);
    }

    @Override
    public void share(String documentId, List<UserId> readers) {
        requireUp();
    }

    @Override
    public Optional<TodoList.State> find(String todoId) {
        requireUp();
        return Optional.ofNullable(todos.get(todoId));
    }

    @Override
    public boolean mark(String todoId, boolean done) {
        requireUp();
        return todos.computeIfPresent(
                        todoId, (id, old) -> new TodoList.State(done, old.creator(), Map.of()))
                != null;
    }

    @Override
    public Optional<String> create(UserId owner, String title, Instant deadline) {
        return Optional.empty();
    }

    @Override
    public boolean isThere(TeamId team) {
        return groupIsThere;
    }

    @Override
    public void say(TeamId team, String text, List<UserId> called) {
        requireUp();
        said.add(text);
        mentioned.addAll(called);
    }

    @Override
    public Booking book(Meeting meeting) {
        requireUp();
        meetings.put(meeting.key(), meeting);
        return new Booking(meeting.key(), "https://meeting.example/" + meeting.key());
    }

    @Override
    public boolean change(String meetingId, Meeting meeting) {
        requireUp();
        return meetings.replace(meetingId, meeting) != null;
    }

    @Override
    public Optional<Booking> find(Meeting meeting) {
        return Optional.empty();
    }

    @Override
    public String put(String folder, Book book) {
        requireUp();
        try (var content = book.content().get()) {
            if (content.transferTo(OutputStream.nullOutputStream()) != book.bytes()) {
                throw new AssertionError(book.name() + " is not as long as it says");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        shelved.add(folder + "/" + book.name());
        return book.name();
    }

    @Override
    public Optional<String> url(String folder) {
        return Optional.empty();
    }

    private void requireUp() {
        if (down) {
            throw new IllegalStateException("WeCom does not answer");
        }
    }
}
