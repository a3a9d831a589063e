package io.issueloop.appraisal.archive;

import java.util.Optional;

/** Where archives are kept beside the database: a folder per quarter in the drive. */
public interface ArchiveShelf {

    /**
     * Puts a file into a folder, which is made where it is missing. Remote: may take seconds and
     * throws when it did not work; a file of this name and size that is there already is left.
     *
     * @param folder its name, such as {@code 2026Q3}
     * @return the file's id
     */
    String put(String folder, String name, byte[] content);

    /** Where people open the folder; empty while there is none. Asks nobody. */
    Optional<String> url(String folder);
}
