package io.ticketpulse.platform;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.ws.rs.NameBinding;

/**
 * Marks a resource whose pages are for customers, or show what customers said. Whatever it answers, errors too, carries
 * headers which keep the page from loading anything, from being framed, stored or indexed, and its address from being
 * passed on.
 */
@NameBinding
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface CustomerPage {
}
