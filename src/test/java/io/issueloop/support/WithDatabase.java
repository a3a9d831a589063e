package io.issueloop.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives a test class with a Spring context a database: {@code spring.datasource.*} point to a fresh
 * {@link TestDatabase}, and nothing of the standalone run starts.
 *
 * <pre>{@code
 * @SpringBootTest
 * @WithDatabase
 * class IssueApiTest { … }
 * }</pre>
 *
 * Each class gets a context and a database of its own. With {@code shared = true} classes of
 * otherwise equal configuration share both, which saves the seconds of a context; their tests then
 * must not mind each other's rows.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
public @interface WithDatabase {

    boolean shared() default false;
}
