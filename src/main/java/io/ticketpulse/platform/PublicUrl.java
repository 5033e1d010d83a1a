package io.ticketpulse.platform;

import java.net.URI;

import jakarta.inject.Singleton;

import io.quarkus.runtime.Startup;
import org.jboss.logging.Logger;

/** Where customers reach this service: what links in mails begin with. */
@Singleton
@Startup
public class PublicUrl {

    private static final Logger LOG = Logger.getLogger(PublicUrl.class);

    private final URI base;

    PublicUrl(PlatformSettings settings) {
        this.base = settings.publicUrl();
        if (base.getHost() == null || base.getScheme() == null || !base.getScheme().matches("https?")
                || base.getQuery() != null || base.getFragment() != null) {
            throw new IllegalStateException("ticketpulse.public-url is " + base
                    + "; it must be an address such as https://feedback.example.com");
        }
        if (!isHttps()) {
            LOG.warn("ticketpulse.public-url does not begin with https: mails go without the one-click header"
                    + " List-Unsubscribe, which mail programs accept for https only (RFC 8058)");
        }
    }

    public boolean isHttps() {
        return base.getScheme().equals("https");
    }

    /** The host alone, e.g. for Message-IDs. */
    public String host() {
        return base.getHost();
    }

    /** @param path with its slash at the front */
    public String to(String path) {
        String text = base.toString();
        return (text.endsWith("/") ? text.substring(0, text.length() - 1) : text) + path;
    }
}
