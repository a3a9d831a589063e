package io.issueloop.sandbox.doc;

/**
 * What the document endpoints that take a formid as well do with it; 710003 where it is unknown.
 */
public interface FormDesk {

    void rename(String formid, String name);

    void delete(String formid);

    String url(String formid);
}
