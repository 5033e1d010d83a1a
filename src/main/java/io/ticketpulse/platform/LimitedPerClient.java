package io.ticketpulse.platform;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.ws.rs.NameBinding;

/**
 * Marks a resource of which a client may not ask more often than the settings say; then a page answers 429 with
 * {@code Retry-After}.
 */
@NameBinding
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface LimitedPerClient {

    /** A property of a request that counts for nobody, set by a filter that comes before. */
    String FREE = "ticketpulse.free-of-limits";
}
