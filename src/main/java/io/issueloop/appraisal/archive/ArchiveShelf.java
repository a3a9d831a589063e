package io.issueloop.appraisal.archive;

import java.io.InputStream;
import java.util.Optional;
import java.util.function.Supplier;

/** Where archives are kept beside the database: a folder per quarter in the drive. */
public interface ArchiveShelf {

    /**
     * Puts a file into a folder, which is made where it is missing. Remote: may take minutes and
     * throws when it did not work; a file of this name and size that is there already is left.
     *
     * @param folder its name, such as {@code 2026Q3}
     * @return the file's id
     */
    String put(String folder, Book book);

    /** Where people open the folder; empty while there is none. Asks nobody. */
    Optional<String> url(String folder);

    /**
     * A file to be put there.
     *
     * @param bytes how long it is
     * @param content read from its beginning, more than once perhaps; whoever opens it closes it
     */
    record Book(String name, long bytes, Supplier<InputStream> content) {}
}
